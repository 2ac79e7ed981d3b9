"""The answers to the commands; each module or folder is named after its command: `who`, `matters`, `gaps` ..."""

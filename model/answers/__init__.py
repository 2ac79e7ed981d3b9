"""The answers to the questions of the command line, one module or folder for each command: `matters`, `diff`, `who`."""

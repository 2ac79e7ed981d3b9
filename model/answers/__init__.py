"""The answers to the commands, each in a module or folder of the command's name: `who`, `matters`, `gaps`, `diff` ..."""

"""The user interface: the command line, printed formats and the explorer. Importing it imports nothing else."""

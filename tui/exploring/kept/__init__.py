"""What the explorer keeps from one session to the next: the records, the file they are in, and what is taken from a session."""

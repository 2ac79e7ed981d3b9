"""The pages of the detail, one file for those that belong together; each makes its lines from the answer of a command."""

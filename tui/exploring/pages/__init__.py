"""The pages of the detail, with related ones in one file; each makes its lines from the answer of a command."""

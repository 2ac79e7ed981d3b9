"""The state of an exploration, without a terminal: which rows are shown, where the cursor is, what was found."""

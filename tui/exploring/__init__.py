"""The state of the explorer, without Textual: which rows are shown, where the cursor is, what a search found."""

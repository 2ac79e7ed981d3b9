"""The explorer's tree: which rows are open, where the cursor is and where it was before."""

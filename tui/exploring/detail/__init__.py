"""The contents of the explorer's detail pane for the selected row, wrapped to its width."""

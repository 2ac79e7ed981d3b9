"""What the explorer's detail pane shows of the selected row, wrapped to its width."""

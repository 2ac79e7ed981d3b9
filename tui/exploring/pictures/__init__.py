"""Pictures that fill the explorer's screen, each walked with a cursor: the decision layers, the periods of the timeline."""

"""Pictures that fill the explorer's screen, with a cursor: the decision layers, the periods of the timeline."""

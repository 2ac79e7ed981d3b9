"""The parts of the explorer's screen: one file a widget; each draws what it is given and says what was clicked."""

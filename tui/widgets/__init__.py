"""The parts of the explorer's screen, one widget per file; each draws what it is given and reports clicks."""

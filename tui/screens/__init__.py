"""The screens of the explorer: they compose widgets, receive keys and clicks, and pass each to its function."""

"""The date in the explorer: the one that is shown, the one it is compared with, and what differs on a row."""

"""The promises of the explorer: its state without a terminal, and its screens driven by keys and clicks."""

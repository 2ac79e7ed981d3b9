"""The commands, one module each: its options, its examples and what it writes."""

"""The commands, one module each: its options, its examples and its output."""

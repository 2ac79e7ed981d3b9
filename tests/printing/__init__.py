"""Tests of how rows and entities read, and of the formats they are printed in."""

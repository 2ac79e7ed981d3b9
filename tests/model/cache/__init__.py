"""What was worked out before, kept ready."""

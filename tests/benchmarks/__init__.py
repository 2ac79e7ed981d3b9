"""The promises of what measures the others."""

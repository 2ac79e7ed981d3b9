"""The promises of the bundled data."""

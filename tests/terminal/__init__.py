"""The promises of the explorer on a real terminal."""

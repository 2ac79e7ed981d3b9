"""What the keys of the explorer do, as functions of its screen."""

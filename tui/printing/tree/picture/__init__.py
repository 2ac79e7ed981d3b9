"""A diagram drawn with characters, for the format `boxes` and the explorer: `items` has the order and the lanes."""

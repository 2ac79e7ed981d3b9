"""The parts of `boxes`: `items` has the order and the lanes of a diagram, `lanes` draws the arrows."""

"""What `boxes` draws with: `items` has the order and the lanes of a diagram, `lanes` draws the arrows."""

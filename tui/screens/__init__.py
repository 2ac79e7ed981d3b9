"""The screens of the explorer: they put widgets together, take the keys and route."""

"""Make a compiled model: each file as a part, the parts joined and checked, laid out as sections."""

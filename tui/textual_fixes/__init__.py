"""Repairs of Textual 8, one module each: look here first when Textual is raised to the next version."""

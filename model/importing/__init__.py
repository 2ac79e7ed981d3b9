"""Imports a spreadsheet into a file of a model: columns and cells, the entities that rows name, the TOML to write."""

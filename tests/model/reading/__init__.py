"""Reading a model's files: places, and mistakes of TOML."""

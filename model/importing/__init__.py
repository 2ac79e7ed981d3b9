"""From a spreadsheet to a file of a model: its columns and cells, whom its rows name, and what is written in the TOML."""

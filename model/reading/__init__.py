"""Reading TOML files into records, strictly: every mistake is reported with line and column, none is corrected."""

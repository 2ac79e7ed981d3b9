"""From TOML tables to records, strictly: every wrong key and value is reported, none is mended."""

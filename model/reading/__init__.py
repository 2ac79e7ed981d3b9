"""Reads TOML files into records, strictly: every mistake is reported with line and column, none is corrected.

`places` finds line and column. Mistakes in TOML itself are found by `scanner` and `tokens`, and worded by
`toml_words`; mistakes in valid TOML are reported with their path in the data, by `report`.
"""

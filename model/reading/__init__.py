"""From TOML tables to records, strictly: every wrong key and value is reported, none is mended.

Line and column are worked out in `places`. What breaks TOML itself is found by `scanner` and `tokens`, and told by
`toml_words`; what is wrong in good TOML is reported with its path in the data, by `report`.
"""

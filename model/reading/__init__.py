"""Reading TOML files into records, strictly: every mistake is reported with line and column, none is corrected.

Line and column are worked out in `places`. What breaks TOML itself is found by `scanner` and `tokens`, and told by
`toml_words`; what is wrong in good TOML is reported with its path in the data, by `report`.
"""

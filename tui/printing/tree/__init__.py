"""The formats of a printed tree, one module each, and what they share: rows, headings, footnotes. What a row says is in `wording/labels`.

The columns of `csv` are named in `places` and filled in `csv`; `fields` has those that `--fields` adds. The CSV files of
`tiers export tables` are not here: see `model/exports/tables`.
"""

"""The formats of a printed tree, one module each, and what they share: rows, headings, footnotes.

The words of a row come from `wording/labels`. The columns of `csv` are named in `places` and filled in `csv`;
`fields` has those that `--fields` adds. The CSV files of `tiers export tables` are in `model/exports/tables`.
"""

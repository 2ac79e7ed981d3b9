"""Imports the official monthly lists of open general practices as a national model, one TOML file per integrated care board.

`columns` and `reading` read a list, `casing` its names; `snapshots` has what one list says, `lineage` which
body is below which. `tables` and `successions` combine several lists; `kept_lists` has those of earlier
imports, and `keeping` changes the files in place, so that what people wrote is kept.
"""

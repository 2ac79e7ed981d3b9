"""From the official monthly lists of open general practices to a national model: one TOML file an integrated care board.

`columns` and `reading` read a list, `casing` its names; `snapshots` is what one list says, `lineage` who stands below whom.
`tables` and `successions` write what several lists say together; `written_before` reads it back from the files of an
earlier import, and `keeping` changes these files in place, so that what people wrote stays.
"""

"""The date in the explorer: the one that is shown, the one it is compared with, and the differences of a row.

`dating` handles the text typed after `@`; `model/format/dates` parses it.
"""

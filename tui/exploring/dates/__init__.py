"""The date in the explorer: the one that is shown, the one it is compared with, and what differs on a row.

`dating` takes what is typed after `@`; what a typed date means is read by `model/format/dates`.
"""

"""A compiled model that is opened, not read: its columns, rows and numbers, and a record when it is first asked for."""

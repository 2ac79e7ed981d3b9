"""What the keys mean for a while: while a query is typed, a date chosen, a letter waited for."""

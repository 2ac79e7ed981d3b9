"""The modes of the explorer, one at a time: typing a query, choosing a date, waiting for a letter."""

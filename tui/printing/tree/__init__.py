"""The formats of a printed tree, one module each, and what they share: rows, headings, footnotes. What a row says is in `wording/labels`."""

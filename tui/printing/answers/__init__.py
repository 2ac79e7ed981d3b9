"""The answers of the commands written out as text, Markdown or JSON, one module each; entities as JSON records too."""

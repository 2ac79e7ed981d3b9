"""The answers of the commands as text, Markdown or JSON, one module each; also entities as JSON records."""

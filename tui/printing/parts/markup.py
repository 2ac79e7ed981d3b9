"""Escaping of text for HTML, SVG and XML."""

from ...wording.safe_text import safe

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Return a text with markup characters and quotation marks escaped."""
    return safe(text).translate(_REFERENCES)

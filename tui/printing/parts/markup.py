"""Text in HTML, in SVG and in XML."""

from ...wording.safe_text import safe

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Return a text that no markup stands in, and no quotation mark that would end an attribute."""
    return safe(text).translate(_REFERENCES)

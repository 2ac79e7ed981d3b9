"""The format `pdf`: a paper on A4 pages, with boxes and arrows, real text, tags, a title and a language.

WeasyPrint, an optional package, lays out the page of the format `html` with its own style sheet. Nothing is
downloaded.
"""

import logging
import os
import re
from collections.abc import Iterator
from typing import NoReturn

from .document import setting_of, title_of
from .html import page
from .subtree import Subtree

_CHUNK = 1 << 16


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the bytes of the paper as characters of the same number, to be written in Latin-1."""
    text = "".join(page(subtree, _style(subtree)))
    yield ""
    import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, and heavy

    for name in ("weasyprint", "fontTools"):
        # warnings about what it cannot draw do not help the reader
        logging.getLogger(name).setLevel(logging.CRITICAL)
    paper = weasyprint.HTML(string=_boxed(text), url_fetcher=_refuse)
    data: bytes = paper.write_pdf(pdf_variant="pdf/ua-1")
    yield from (data[at : at + _CHUNK].decode("latin-1") for at in range(0, len(data), _CHUNK))


def _style(subtree: Subtree) -> str:
    """Return the style sheet, with title, date and page number at the foot of each page."""
    with open(os.path.join(os.path.dirname(__file__), "pdf.css"), encoding="utf-8") as stream:
        style = stream.read()
    foot = f"{title_of(subtree)}. {setting_of(subtree)}"
    rules = 'font: 8pt "Liberation Sans", Arial, Helvetica, sans-serif; color: #333; vertical-align: top; padding-top: 4pt;'
    return (
        f"{style}@page {{ size: A4; margin: 16mm 16mm 20mm;\n"
        f'@bottom-left {{ content: "{_quoted(foot)}"; width: 86%; text-align: left; {rules} }}\n'
        f'@bottom-right {{ content: "Page " counter(page) " of " counter(pages); width: 14%; text-align: right; {rules} }} }}\n'
    )


def _quoted(text: str) -> str:
    """Return a text for use inside quotation marks of a style sheet; other than letters, digits and spaces are escaped."""
    return re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", text)


def _boxed(text: str) -> str:
    """Return a page in which all folded parts are open, and in which the class of each item says which box it has."""
    text = re.sub(
        r'<li( id="[^"]*")?>(<details open><summary>)?(?=(<span class="name">.*?</span>(?: <span class="words">(.*?)</span>)?)?)',
        _item,
        text,
    )
    return text.replace("</summary>", "</p>").replace("</details>", "</div>")


def _item(found: re.Match[str]) -> str:
    anchor, folded, named, words = found[1] or "", found[2], found[3], found[4] or ""
    if not named:  # an item of the list of sources
        return found[0]
    classes = "with" if folded else "alone"
    if "inferred" in words.strip("()").split(", "):
        classes += " inferred"
    return f'<li{anchor} class="{classes}">' + ('<div class="more"><p class="name-of">' if folded else "")


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"nothing is fetched: {url}")

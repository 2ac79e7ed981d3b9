"""The whole page: its head, the tree, the questions, every entity, and the data for its script."""

import base64
import hashlib
import json
import os
from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.facts.change_dates import change_dates

from ....wording.description.line import Line
from ...parts.markup import escaped
from .coding import script_data
from .markup import lines_of, linked
from .questions import QUESTIONS
from .reading import TREE, Site, read_site
from .tree import nested

TITLE = "Who decides what: a map of health and care partnerships"
_HONEST = (
    "Made by tiers. Every statement has its source. What is marked inferred is our reading; no document says it in these "
    "words. What no document says is marked as not stated."
)
_NO_SCRIPT = (
    "With scripts turned off this page is one long document: the search box and the dates need its script."
)


def pieces_of(graph: Graph, *, unicode: bool = True) -> Iterator[str]:
    """Yield the page in pieces."""
    site = read_site(graph)
    style, script = _text("site.css"), _text("site.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    yield from _header(site)
    yield '<main id="_content" tabindex="-1">\n'
    yield f'<section id="{TREE}">\n<h2>The tiers</h2>\n<div>'
    yield from nested(_standing(site, TREE))
    yield "</div>\n</section>\n"
    for anchor, (heading, _) in QUESTIONS.items():
        yield f'<section id="{anchor}">\n<h2>{escaped(heading)}</h2>\n<div>'
        lines = list(_standing(site, anchor))
        yield from lines_of(graph, lines, 3 if any(each.role == "title" for each in lines) else 2)
        yield "</div>\n</section>\n"
    yield '<section id="_entities">\n<h2>Everything in this map</h2>\n'
    for each in site.ids:
        yield f'<article id="{escaped(each)}">'
        yield from lines_of(graph, _standing(site, each), 3)
        yield "</article>\n"
    yield "</section>\n"
    yield from _cited(site)
    yield f"</main>\n<footer><p>{_HONEST}</p></footer>\n"
    yield f'<script type="application/json" id="_data">{_json(script_data(site), unicode=unicode)}</script>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _header(site: Site) -> Iterator[str]:
    yield f'<header>\n<a class="skip" href="#_content">Skip to the content</a>\n<h1><a href="#{TREE}">{TITLE}</a></h1>\n'
    yield (
        '<form role="search" id="_search" hidden>\n<label for="_query">Search</label>\n'
        '<input id="_query" type="search" autocomplete="off" spellcheck="false">\n'
        '<p id="_count" role="status"></p>\n<ol id="_hits"></ol>\n</form>\n'
        f'<p id="_when" hidden><label for="_date">As of</label> <select id="_date"></select>{_chosen(site)}</p>\n'
        f"<noscript><p>{_NO_SCRIPT}</p></noscript>\n"
    )
    links = ((TREE, "The tiers"), *((anchor, heading) for anchor, (heading, _) in QUESTIONS.items()))
    listed = "".join(f'<li><a href="#{anchor}">{escaped(heading)}</a></li>' for anchor, heading in links)
    yield f'<nav aria-label="Parts of this page"><ul>{listed}</ul></nav>\n</header>\n'


def _chosen(site: Site) -> str:
    """Return a note on the dates that can be chosen, if these are not all days of change."""
    every = len(change_dates(site.graph))
    return (
        f" <small>the {site.dates} dates of {every:,} on which most changed</small>"
        if 0 < site.dates < every
        else ""
    )


def _cited(site: Site) -> Iterator[str]:
    """Yield the list of all cited places, numbered as in the text."""
    yield '<section id="_cited">\n<h2>What the numbers in brackets cite</h2>\n<ol>\n'
    for text, source in zip(site.citations.numbers, site.citations.sources, strict=True):
        yield f"<li>{linked(site.graph, text, source)}"
    yield "</ol>\n</section>\n"


def _standing(site: Site, anchor: str) -> Iterator[Line]:
    """Yield the lines of a part in the last known state."""
    return (each.line for each in site.parts[anchor].lines if each.stands(site.dates))


def _json(data: object, *, unicode: bool) -> str:
    """Return data as JSON in which nothing closes the surrounding element."""
    text = json.dumps(data, ensure_ascii=not unicode, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _text(name: str) -> str:
    """Return a style or a script without the spaces before its lines."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as stream:
        return "\n".join(line.strip() for line in stream)


def _hash(text: str) -> str:
    """Return the hash of a style or script, by which a content security policy allows only that one."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"

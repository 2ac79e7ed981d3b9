"""The styles of the explorer: a theme colour each, with bold or underline, so that no meaning depends on colour alone.

Styles are made from the colours of the theme rather than from style sheets: a rule for every part of every
widget costs more at the start than everything else that the explorer draws.
"""

from collections.abc import Mapping

from rich.style import Style

from tiers.model.format.attributes import TIERS

_COLOURS = {
    "strong": "bright",
    "quiet": "quiet",
    "faint": "faint",
    "accent": "accent",
    "chosen": "accent",
    "match": "accent",
    **{tier: tier for tier in TIERS},
}
_BOLD = frozenset(("strong", "chosen", "match"))
_UNDERLINED = frozenset(("chosen", "match"))
_GROUNDS = frozenset(("background", "raised", "cursor", "rest"))


def style_of(names: tuple[str, ...], colours: Mapping[str, str]) -> Style:
    """Return several named styles combined into one.

    Args:
        names: Names of styles: `strong`, `quiet`, `faint`, `accent`, `chosen`, `match`, each tier; grounds: `background`, `raised`,
            `cursor`, `rest`.
        colours: The colours of a theme by name.

    Raises:
        KeyError: There is no such style.
    """
    colour, ground = "ink", "background"
    for name in names:
        if name in _GROUNDS:
            ground = name
        else:
            colour = _COLOURS[name]
    return Style(
        color=colours[colour],
        bgcolor=colours[ground],
        bold=not _BOLD.isdisjoint(names) or None,
        underline=not _UNDERLINED.isdisjoint(names) or None,
    )

"""The format `svg`: a picture of the chart on A4 pages, one below the other, legible when printed.

The whole name of each row is in a `title`, for screen readers and pointers. The blocks are laid out twice,
the first time to count the pages, so that none needs to be kept in memory.
"""

from collections.abc import Iterable, Iterator

from ..parts.lettering import lines_of
from ..parts.markup import escaped
from .document import has_one_root, setting_of, title_of
from .subtree import Subtree
from .svg_pages import HEIGHT, NAME, WIDTH, WORDS, Block, Shape, Text, blocks_of

_PAGE_WIDTH, _PAGE_HEIGHT = 595.0, 842.0
_MARGIN = 36.0

_STYLE = """text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; fill: #1b1f24; }
.b { font-weight: bold; } .s { fill: #4d5662; }
.box { fill: #fff; stroke: #4d5662; } .inferred { fill: #fff; stroke: #4d5662; stroke-dasharray: 4 2; }
.strip { fill: #e6ebf1; } .rule { stroke: #c3c9d1; stroke-width: 2; } .arrow { stroke: #4d5662; stroke-width: 1.2; fill: none; }
"""


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the picture block by block; empty pieces come first, so that a caller can stop while pages are counted."""
    pieces = _picture(subtree)
    if subtree.unicode:
        return pieces
    return (piece.encode("ascii", "xmlcharrefreplace").decode("ascii") for piece in pieces)


def _picture(subtree: Subtree) -> Iterator[str]:
    title, setting = title_of(subtree), setting_of(subtree)
    pages = 1
    for page, _, _ in _placed(subtree):  # the number of pages comes at the top
        pages = page + 1
        yield ""
    height = pages * _PAGE_HEIGHT
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="en-GB" width="210mm" height="{297 * pages}mm"'
        f' viewBox="0 0 {_PAGE_WIDTH:g} {height:g}">\n'
        f"<title>{escaped(title)}</title>\n<desc>{escaped(setting)}</desc>\n<style>\n{_STYLE}</style>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
    )
    for page in range(pages):
        foot = (page + 1) * _PAGE_HEIGHT - _MARGIN
        number = f"{page + 1} of {pages}"
        line = next(lines_of(setting, WORDS, WIDTH - 60))
        yield _run(line, _MARGIN, foot, WORDS, "s")
        yield f'<text class="s" x="{_MARGIN + WIDTH:g}" y="{foot:g}" font-size="{WORDS:g}" text-anchor="end">{number}</text>\n'
    for page, top, block in _placed(subtree):
        yield _block(block, page * _PAGE_HEIGHT + _MARGIN + top)
    yield "</svg>\n"


def _placed(subtree: Subtree) -> Iterator[tuple[int, float, Block]]:
    """Yield each block with its page, from 0, and its distance from the top of the page."""
    page, top = 0, 0.0
    if not has_one_root(subtree):
        heading = Text(0, 0, title_of(subtree), ((title_of(subtree), 16.0, True),))
        yield 0, 0.0, Block(heading.height + NAME, (), (heading,))
        top = heading.height + NAME
    for blocks in _together(blocks_of(subtree)):
        if top and top + sum(block.height for block in blocks) > HEIGHT:
            page, top = page + 1, 0.0
        for block in blocks:
            if top and top + block.height > HEIGHT:
                page, top = page + 1, 0.0
            yield page, top, block
            top += block.height


def _together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield the blocks for one page each: headings with what follows them, unless they fill half a page."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if not block.leads or sum(each.height for each in found) > HEIGHT / 2:
            yield found
            found = []
    yield found


def _block(block: Block, top: float) -> str:
    pieces = [_shape(shape, top) for shape in block.shapes]
    pieces.extend(_text(text, top) for text in block.texts)
    return "".join(pieces)


def _shape(shape: Shape, down: float) -> str:
    left, top = _MARGIN + shape.left, down + shape.top
    bottom = top + shape.height
    if shape.sort == "rule":
        return f'<path class="rule" d="M{left:g} {top:g}V{bottom:g}"/>\n'
    if shape.sort == "arrow":
        return f'<path class="arrow" d="M{left:g} {top:g}V{bottom:g}m-3 -4l3 4l3 -4"/>\n'
    size = f'width="{shape.width:g}" height="{shape.height:g}" rx="3"'
    return f'<rect class="{shape.sort}" x="{left:g}" y="{top:g}" {size}/>\n'


def _text(text: Text, down: float) -> str:
    pieces = [f'<g class="row"><title>{escaped(text.name)}</title>']
    left, base = _MARGIN + text.left, down + text.top
    for line, size, bold in text.runs:
        base += size
        pieces.append(
            _run(line, left, base, size, "b" if bold else "s" if size == WORDS else "").rstrip("\n")
        )
        base += size * 0.25
    return "".join(pieces) + "</g>\n"


def _run(line: str, left: float, base: float, size: float, sort: str) -> str:
    given = f' class="{sort}"' if sort else ""
    return f'<text{given} x="{left:g}" y="{base:.6g}" font-size="{size:g}">{escaped(line)}</text>\n'

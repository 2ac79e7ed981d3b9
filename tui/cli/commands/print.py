"""`tiers print`: a view, or the part of it below one entity."""

import argparse
import sys

from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest

from ...printing import FORMATS, TAKES, Subtree, lacking, too_deep, written
from ...wording.safe_text import safe, screen_width
from ..asked_paths import paths_of
from ..failure import NO, Failure, say
from ..model import entity_named, graph_of
from ..options import add_format, add_view, one_of, output_file, whole_number
from ..output import encode, in_colour, is_unicode, write

USAGE = "tiers print [OPTIONS] [NODE]"
EXAMPLES = (
    "tiers print harrow --view decisions",
    "tiers print harrow --depth 1 --format plain",
    "tiers --as-of 2020-12-02 print",
    "tiers print harrow --view decisions --format markdown -o paper.md",
)

CHARSETS = {"auto": "utf-8", "utf8": "utf-8", "ascii": "ascii"}

_HELP = {
    "prune": "leave out an entity and what is below it; can be given several times",
    "path_to": "only the rows that lead down to an entity, at each of its places",
    "invert": "upside down: NODE first, then each row above it, up to the top",
    "fields": "attributes to write of each entity, such as decides,legal_form,standing,place",
    "sources": "number the sources of each row, and list them at the end; markdown, html and pdf do so without being asked",
    "no_sources": "leave the sources out of markdown, html and pdf",
    "legend": "explain the words in brackets at the end",
    "no_repeat": "write an entity in full once; at its other places write `see above`",
    "fit": "leave out the lowest levels of a diagram that is larger than Mermaid draws, and say so (mermaid)",
    "output": "write to a file (`-` is standard output); if that fails, the file stays as it was",
    "charset": "utf8, ascii, or auto (the default): what the terminal can show; other characters are written by "
    "number, as \\u{…}",
    "width": "break lines at N characters (text, ascii, plain), within a word too; otherwise "
    "only those for a terminal are broken, at words; how wide a picture is (boxes)",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "node",
        metavar="NODE",
        nargs="?",
        help="the entity to begin at, by id, code or name; without it the whole view",
    )
    add_view(parser, "print")
    parser.add_argument(
        "--depth",
        metavar="N",
        type=whole_number("--depth", 0),
        help="how many levels below the first to write; the rows left out are counted",
    )
    add_format(parser, ((each.name, each.meaning) for each in FORMATS.values()))
    choosing = parser.add_argument_group("what to write")
    choosing.add_argument("--prune", metavar="NODE", action="append", help=_HELP["prune"])
    choosing.add_argument("--path-to", metavar="NODE", help=_HELP["path_to"])
    choosing.add_argument("--invert", action="store_true", help=_HELP["invert"])
    choosing.add_argument("--fields", metavar="A,B", type=_fields, default=(), help=_HELP["fields"])
    choosing.add_argument("--sources", action="store_true", default=None, help=_HELP["sources"])
    choosing.add_argument("--no-sources", dest="sources", action="store_false", help=_HELP["no_sources"])
    choosing.add_argument("--legend", action="store_true", help=_HELP["legend"])
    choosing.add_argument("--fit", action="store_true", help=_HELP["fit"])
    choosing.add_argument("--no-repeat", action="store_true", help=_HELP["no_repeat"])
    writing = parser.add_argument_group("output")
    writing.add_argument("-o", "--output", metavar="FILE", type=output_file, help=_HELP["output"])
    writing.add_argument(
        "--charset",
        metavar="CHARSET",
        type=one_of("--charset", CHARSETS),
        default="auto",
        help=_HELP["charset"],
    )
    writing.add_argument("--width", metavar="N", type=whole_number("--width", 20), help=_HELP["width"])


def _fields(text: str) -> tuple[str, ...]:
    """Read `--fields`."""
    from ...printing.tree.fields import FIELDS  # noqa: PLC0415 - only when asked for

    named = (each.strip() for each in text.split(","))
    return tuple(dict.fromkeys(map(one_of("--fields", FIELDS), filter(None, named))))


def run(options: argparse.Namespace) -> int:
    for option in _refused(options):
        formats = ", ".join(f"`{name}`" for name in TAKES[option])
        raise Failure(
            f"`{option}` does not work with the format `{options.format}`", hint=f"it works with {formats}"
        )
    graph = graph_of(options)
    view = forest_of(graph, VIEWS[options.view])
    forest = view
    root, entity_id = -1, None
    if options.node is not None:
        entity_id = entity_named(graph, options.node, "print")
        root = forest.row_of(entity_id)
        if root < 0:
            from ..selection import absent  # noqa: PLC0415 - only a no pays for it

            raise absent(graph, entity_id, options.view)
        if not options.invert:
            from tiers.model.views.part import whole_part  # noqa: PLC0415 - only a part pays for it

            forest = whole_part(forest, root)
    elif not len(forest):
        when = f" as of {graph.at.words()}" if graph.at is not None else ""
        raise Failure(f"the view `{options.view}` is empty{when}", status=NO)
    is_selected = bool(options.invert or options.path_to is not None or options.prune)
    if is_selected:
        from ..selection import selected, turned_over  # noqa: PLC0415 - only when asked for

        forest = turned_over(graph, forest, options, entity_id)
        root = 0 if options.invert else root
    to_read = options.output is None and options.format in TAKES["--width"]
    width = screen_width() if to_read else None
    subtree = Subtree(
        graph,
        forest,
        root,
        options.depth,
        colour=in_colour(options.color) if options.output is None else options.color == "always",
        unicode=_is_unicode(options),
        fields=options.fields,
        sources=FORMATS[options.format].cites if options.sources is None else options.sources,
        legend=options.legend,
        once=options.no_repeat,
        width=options.width or width,
        whole_words=options.width is None,
        view=None if options.invert else view,
    )
    if is_selected:
        subtree = selected(subtree, options)
    _write(subtree, options)
    if entity_id is not None and not is_selected and _is_bare(forest, root, entity_id):
        command = f"tiers print --view {options.view} --path-to {entity_id}"
        name = safe(graph.name(entity_id))
        say(
            f"nothing stands below {name} in the view `{options.view}`; `{command}` writes each of its places\n"
        )
    return 0


def _is_bare(forest: Forest, root: int, entity_id: str) -> bool:
    """Whether an entity has several places in a view and nothing below any of them, so that its part has one line."""
    return forest.ends[root] == root + 1 and entity_id in forest.repeated


def _write(subtree: Subtree, options: argparse.Namespace) -> None:
    """Write to stdout or a file, then warn where a Mermaid diagram is larger than Mermaid draws everywhere."""
    form = FORMATS[options.format]
    refused = too_deep(subtree, options.format) or lacking(options.format)
    if refused is not None:
        raise Failure(refused[0], hint=refused[1])
    if options.fit:
        subtree = _fitted(subtree)
    pieces, size = written(subtree, options.format), None
    if options.format == "mermaid":
        from ...printing.tree.mermaid import Size  # noqa: PLC0415 - no other format has a limit

        size = Size()
        pieces = size.of(pieces)
    encoding = CHARSETS[options.charset] if form.is_text else form.encoding
    if options.output is None:
        if not form.is_text and sys.stdout is not None and sys.stdout.isatty():
            raise Failure(
                f"the format `{options.format}` is no text for a terminal",
                hint=f"`-o FILE.{options.format}` writes it to a file",
            )
        if options.charset != "auto" or not form.is_text:
            encode(encoding, None if form.is_text else "")
        write(pieces)
    else:
        from ..saving import save  # noqa: PLC0415 - only when asked for

        save(options.output, pieces, paths_of(options), encoding)
    if size is not None and size.is_beyond:
        say(
            f"warning: {size.words()}\n\nhint: `--fit` leaves out the lowest levels; "
            "`--depth` and `--prune` make it smaller too\n"
        )
    if subtree.cut_words:
        say(f"note: the diagram is {subtree.cut_words}\n")


def _fitted(subtree: Subtree) -> Subtree:
    """Return a part that Mermaid draws."""
    from ...printing.tree.fitting import fitted  # noqa: PLC0415 - only when asked for

    found = fitted(subtree)
    if found is None:
        raise Failure(
            "the diagram cannot be cut by depth to what Mermaid draws: its first level alone is larger",
            hint="name an entity to begin at, or leave some out with `--prune`",
        )
    return found


def _is_unicode(options: argparse.Namespace) -> bool:
    """Whether the destination can encode more than ASCII."""
    if options.charset == "auto" and options.output is None:
        return is_unicode(FORMATS[options.format].drawn_with)
    return bool(options.charset != "ascii")


def _refused(options: argparse.Namespace) -> list[str]:
    """Return the given options that the format does not support."""
    given = {
        "--sources": options.sources,
        "--legend": options.legend,
        "--width": options.width is not None,
        "--fit": options.fit,
    }
    return [option for option, formats in TAKES.items() if given[option] and options.format not in formats]

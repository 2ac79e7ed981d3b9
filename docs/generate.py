"""Write the pages and tables of the documentation that come from the code.

These are `docs/model.md`, `docs/reference.md`, the man page, and tables in other pages. Run `python
docs/generate.py` after a change of `model/format`, of a command, a view or a format. The tables stand between
marks in pages that are otherwise written by hand. A test fails as long as a page is out of date.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from tiers.model.finding.query import FILTERS
from tiers.model.format import COMMON, KINDS, PROVENANCE, RELATIONS, TIERS, Key
from tiers.model.format.keys import PERIOD
from tiers.model.reading.values import WANTED
from tiers.model.views import VIEWS
from tiers.tui.cli import commands
from tiers.tui.cli.table import COMMANDS
from tiers.tui.printing import FORMATS

HOME = Path(__file__).parent
PAGE = HOME / "model.md"
README, PACKAGE = HOME.parent / "README.md", HOME / "package.md"

INTRODUCTION = f"""\
# The model in TOML

This page is made from `model/format` by `docs/generate.py`. Do not edit it.

A model is a file, a directory (all `*.toml` below it), or several, merged. TOML 1.0 or 1.1, UTF-8. Each entity is a table
under the name of its kind: `[[body]]`, `[[organisation]]`. Ids are unique in the whole model.

- The tiers are {", ".join(f"`{tier}`" for tier in TIERS)}; `region` is a reporting geography.
- Dates are EDTF text in quotes: `"2020"`, `"2020-02"`, `"2020-02-24"`, `"2021-06~"` (about), `"2021-07/2021-12"`
  (sometime between), `"[2022-01-01..2026-08-01]"` (one day in that range).
- Text is one line without control characters or direction marks.
- A key that is absent is not recorded. `"not_stated"` says that the sources do not say, `"none"` that one of
  them says there is none. `{{ value = "unknown", basis = "stated", sources = ["paper#page-2"] }}` says that a source states that it is not
  known: a date that slipped, say. It replaces what was known before, which a silence does not; so does `"none"`. `"unknown"` without
  `basis = "stated"` beside it is read as `"not_stated"`.
- `[file]` may name `sources`: the documents where an entity names none. Where these are several, each entity has to say which.
- `[file]` may have `allow`: the warnings of `tiers check` that are right as they are in this file, each with the reason, as
  `allow = [{{ code = "two-chairs", reason = "Page 3 names both" }}]`. One that silences nothing is a warning itself.
- One code is one entity: where tables of one kind in different files of a model have the same code (`identifiers`) of the same register at one time, they are
  one entity with what each of them says, each statement with its own sources. Its id is the one without the code in it, else the shorter, and references to
  either id lead to it. A code of another register than ODS may follow the boundary: it makes none of bodies with different ODS codes. Within one file
  `tiers check` warns of two with one code. A country is known by its name: an area of the tier `national`.
- A statement without `sources` of its own takes those of its entity, and an entity those of its file.
- `tiers schema` writes the same as JSON Schema: an editor with it completes keys, explains them and marks mistakes. It cannot tell a day
  that is not in the calendar, `1.0` where `1` is meant, or an id that no table has; `tiers check` can.

```toml
[file]
sources = ["paper#page-2"]

[[source]]
id = "paper"
name = "Paper on how our place works"
presented = "2024-03-05"
locators = {{ page-2 = "Page 2: the structure" }}

[[partnership]]
id = "our-place"
name = "Our Place Partnership"
tier = "place"

[[body]]
id = "our-board"
name = "Our Place Board"
part_of = "our-place"
decides = "not_stated"
accountable_to = [{{ to = "our-place", basis = "inferred" }}]
```
"""


def _type(key: Key) -> str:
    said = ", ".join(f"`{choice}`" for choice in key.choices) if key.choices else WANTED[key.type]
    if key.words:
        said += "; or " + ", ".join(f"`{word}`" for word in key.words)
    if key.kinds:
        said += f" ({', '.join(key.kinds)})"
    if key.claims == "one":
        said += f"; or claims with `{key.main}`"
    if key.claims == "many":
        said = f"claims with `{key.main}`: {said}"
    return said


def _rows(keys: Iterable[Key]) -> list[str]:
    rows = ["| key | type | required | meaning | example |", "| --- | --- | --- | --- | --- |"]
    for key in keys:
        meaning = key.meaning
        if key.parts:
            meaning += f" Also in its inline table: {_names(key.parts)}."
        required = "yes" if key.required else ""
        rows.append(f"| `{key.name}` | {_type(key)} | {required} | {meaning} | `{_example(key)}` |")
    return rows


def _names(parts: Iterable[Key]) -> str:
    return ", ".join(f"`{part.name}`" for part in parts)


def _example(key: Key) -> str:
    if key.claims != "many":
        return f"{key.name} = {key.example}"
    needed = [f"{part.name} = {part.example}" for part in key.parts if part.required]
    return f"{key.name} = [{{ {', '.join([f'{key.main} = {key.example}', *needed])} }}]"


def _inline_rows() -> Iterator[str]:
    """Yield the rows of the inline tables with their keys: a claim, a table, and a relation."""
    for kind, keys in (("every kind", COMMON), *((kind.name, kind.keys) for kind in KINDS.values())):
        for key in keys:
            if key.parts:
                yield from (f"### {key.name} of {kind}", "", *_rows(key.parts), "")
    for relation in RELATIONS.values():
        if relation.parts:
            yield from (f"### {relation.name}", "", *_rows(relation.parts), "")
            for part in relation.parts:
                if part.parts:
                    yield from (f"### {part.name} of {relation.name}", "", *_rows(part.parts), "")


def _relation_rows() -> list[str]:
    rows = [
        "| key | reads | reads back | from | to | also written by the other end as | meaning |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for relation in RELATIONS.values():
        meaning = relation.meaning
        if relation.parts:
            meaning += f" Also in its inline table: {_names(relation.parts)}."
        if any(part.name == "as_named" for part in relation.parts):
            meaning += f" `as_named` is the word for the {relation.as_named}."
        rows.append(
            f"| `{relation.name}` | {relation.out} | {relation.back} | {', '.join(relation.subjects) or 'any'} | "
            f"{', '.join(relation.objects) or 'any'} | {f'`{relation.inverse}`' if relation.inverse else ''} | {meaning} |"
        )
    return rows


def page() -> str:
    """Return the page."""
    lines = [INTRODUCTION, "## Kinds", "", "| table | what | corresponds to |", "| --- | --- | --- |"]
    lines += [f"| `[[{kind.name}]]` | {kind.meaning} | {kind.standard} |" for kind in KINDS.values()]
    lines += ["", "## Keys of every kind", "", *_rows(COMMON)]
    lines += ["", "## Keys of every claim and relation", ""]
    lines += [
        "A claim is an inline table with the value and any of these; a relation may bear `expected_date` too.",
        "",
    ]
    lines += _rows((*PERIOD, *PROVENANCE))
    lines += ["", "## Keys of single kinds", ""]
    for kind in KINDS.values():
        if kind.keys:
            lines += [f"### {kind.name}", "", *_rows(kind.keys), ""]
    lines += ["## Relations", ""]
    lines += [
        'A relation is an id, a list of ids, or a list of inline tables with `to`, such as `[{ to = "harrow", role = "chair" }]`;',
        "written by the other end its tables have `id`. `not_stated`, `unknown` and `none` may stand in place of an id.",
        "",
        *_relation_rows(),
        "",
        "## Keys inside inline tables",
        "",
        "What an inline table may bear beside its value or its other end, and beside the keys of every claim and relation.",
        "",
        *_inline_rows(),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def command_rows() -> Iterator[str]:
    """Yield the rows of the table of commands: what each command does, and the first of its examples."""
    yield from ("| command | what it does | for instance |", "| --- | --- | --- |")
    for name, meaning in COMMANDS.items():
        yield f"| `{name}` | {meaning} | `{import_module(f'{commands.__name__}.{name}').EXAMPLES[0]}` |"


def view_rows() -> Iterator[str]:
    """Yield the rows of the table of views."""
    yield from ("| view | what it shows |", "| --- | --- |")
    for view in VIEWS.values():
        yield f"| `{view.name}` | {view.meaning} |"


def format_rows() -> Iterator[str]:
    """Yield the rows of the table of formats."""
    yield from ("| format | what it is | names in it |", "| --- | --- | --- |")
    for each in FORMATS.values():
        yield f"| `{each.name}` | {each.meaning} | {each.names} |"


def filter_rows() -> Iterator[str]:
    """Yield the rows of the table of filters for a search."""
    yield from ("| filter | what it takes |", "| --- | --- |")
    for name, meaning in FILTERS.items():
        yield f"| `{name}:` | {meaning} |"


TABLES: Mapping[str, tuple[Path, Callable[[], Iterator[str]]]] = {
    "commands": (README, command_rows),
    "views": (HOME / "exports.md", view_rows),
    "formats": (HOME / "exports.md", format_rows),
    "filters": (HOME / "query.md", filter_rows),
}
"""The tables in pages that are written by hand, each between two marks with its name."""


def with_table(text: str, name: str) -> str:
    """Return the text of a page with a table brought up to date."""
    begin, end = f"<!-- {name}: made by docs/generate.py -->\n", f"<!-- end of {name} -->\n"
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"no page has the marks of the table `{name}`")
    rows = "".join(f"{row}\n" for row in TABLES[name][1]())
    return f"{before}{begin}\n{rows}\n{end}{after}"


def package_page(readme: str) -> str:
    """Return the README for the page of the package: without pictures, marks and links into the repository."""
    text = re.sub(r"<!--.*?-->\n*", "", readme)
    text = re.sub(r"^!\[.*\n\n?", "", text, flags=re.MULTILINE)
    # the caption above a picture
    text = re.sub(r"^`[bw]` (?:draws|says).*:\n\n?", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\((?!https?:)[^)]*\)", r"\1", text)
    return re.sub(r"\n{3,}", "\n\n", text)


if __name__ == "__main__":
    import man
    import reference

    PAGE.write_text(page(), encoding="utf-8")
    man.PAGE.write_text(man.page(), encoding="utf-8")
    reference.PAGE.write_text(reference.page(), encoding="utf-8")
    for name, (path, _) in TABLES.items():
        if path.exists():  # a copy of `docs` alone has no README
            path.write_text(with_table(path.read_text(encoding="utf-8"), name), encoding="utf-8")
    if README.exists():
        PACKAGE.write_text(package_page(README.read_text(encoding="utf-8")), encoding="utf-8")

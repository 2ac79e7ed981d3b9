"""The answer of `tiers diff` in words: sections and rows for Markdown, lines for text and the detail."""

from collections.abc import Iterable, Iterator, Sequence, Sized

from tiers.model import Graph, Relation
from tiers.model.answers.changes import Change
from tiers.model.answers.diff import Diff
from tiers.model.answers.states import MOVES, STANDING, Fact
from tiers.model.facts.reports import last_report
from tiers.model.format import INFERRED
from tiers.model.structure.membership import reading

from ..safe_text import safe
from .diff_dated import (
    ADDED,
    BEGAN,
    CAME_ABOUT,
    COME_DUE,
    FIRST_DOCUMENTED,
    HAPPENED,
    IN_DOUBT,
    STILL,
    additions,
    fading,
    is_fading,
    put_off,
    removals,
    turns,
)
from .diff_names import former_names, names, without_former
from .diff_sides import Row, Sides, evidence_of, is_back
from .facts import differing, fact_words, is_read, label_of
from .line import BLANK, Line
from .values import joined

FADING = "Last documented before"

_FEW = 20
"""The number of rows up to which no line with their number is needed."""

Section = tuple[str, Sequence[Row]]
"""A heading with its rows."""


def sections(sides: Sides, difference: Diff) -> list[Section]:
    """Return the differences grouped by heading: renamed, began, come due, ended, moved, changed, first and last documented.

    An entity that is first documented, or last documented before the later date, need not have changed, so
    these come last. Empty headings are left out.
    """
    new = sides.new
    standings = [change for change in difference.changed if sides.dated and change.attribute == STANDING]
    faded = [change for change in standings if is_fading(sides, change.id)]
    turned = turns(sides, difference, (change for change in standings if change not in faded))
    standing_now: dict[str, Sequence[Row]] = {}
    for heading, rows in (*additions(sides, difference), *turned):
        before = standing_now.get(heading, ())
        standing_now[heading] = [*before, *rows] if before else rows
    found: list[Section] = [
        *names(sides, difference),
        *(
            (heading, standing_now[heading])
            for heading in (BEGAN, HAPPENED, CAME_ABOUT, FIRST_DOCUMENTED, STILL, COME_DUE, ADDED)
        ),
        *removals(sides, difference),
        ("Moved", [row for each in difference.moved for row in _changed(sides, each)]),
        (IN_DOUBT, standing_now[IN_DOUBT]),
        (
            "Changed",
            [
                *(
                    Row(each, new.name(each), label="kind", old=(old,), new=(kind,))
                    for each, (old, kind) in difference.kinds.items()
                ),
                *put_off(sides, difference),
                *(
                    row
                    for each in difference.changed
                    if not (sides.dated and each.attribute == STANDING)
                    for row in _changed(sides, each)
                ),
            ],
        ),
        (FADING, [fading(sides, each) for each in faded]),
    ]
    changed_first = sorted(found, key=lambda section: (section[0] == FADING, section[0] == FIRST_DOCUMENTED))
    return [(heading, rows) for heading, rows in changed_first if rows]


def heading_words(sides: Sides, heading: str, rows: Sized) -> str:
    """Return a heading with its number of rows; `Last documented before 2022 ends (24)` also has the later date."""
    if heading != FADING:
        return f"{heading} ({len(rows):,})"
    day = max((each.at for each in (sides.old, sides.new) if each.at is not None), key=lambda each: each.last)
    return f"{heading} {day.words()}{'' if day.certain else ' ends'} ({len(rows):,})"


def is_folded(heading: str, rows: Sized) -> bool:
    """Return whether only the heading and number are shown: for several entities merely last documented earlier."""
    return heading == FADING and len(rows) > 1


def describe_diff(sides: Sides, difference: Diff) -> tuple[Line, ...]:
    """Return a difference as lines: a heading for each section, a line for each entity, its old and new values below."""
    return tuple(lines_of_diff(sides, difference))


def lines_of_diff(sides: Sides, difference: Diff) -> Iterator[Line]:
    """Yield the lines of `describe_diff`, of which a far diff of a large model has a hundred thousand."""
    for lines, rows in described_sections(sides, difference):
        yield from lines
        for row in rows:
            yield from lines_of_row(row)


def described_sections(sides: Sides, difference: Diff) -> Iterator[tuple[list[Line], Sequence[Row]]]:
    """Yield the lines before the rows of a section, such as its heading, and the rows that are shown."""
    lines = [Line("title", safe(f"{sides.title}{last_day_words(sides)}"))]
    found = sections(sides, difference)
    if sum(len(rows) for _, rows in found) > _FEW:
        lines.append(Line("text", _gist(found)))
    for heading, rows in found:
        lines += [BLANK, Line("heading", safe(heading_words(sides, heading, rows)))]
        yield lines, () if is_folded(heading, rows) else rows
        lines = []
    if not difference:
        lines += [BLANK, Line("text", nothing_words(sides))]
    yield lines, ()


def nothing_words(sides: Sides) -> str:
    """Return the words of an empty answer: between two dates, that the documents show no difference, not that there was none."""
    if sides.dated and sides.old.at != sides.new.at:
        return "No document shows a difference between these dates."
    return "No differences."


def last_day_words(sides: Sides) -> str:
    """Return in brackets that a year or a month means its last day, if the date of a side is one; else empty."""
    partial = [
        each.at.words() for each in (sides.old, sides.new) if each.at is not None and not each.at.certain
    ]
    if not sides.dated or not partial:
        return ""
    return f" (the last day of {partial[0] if len(partial) == 1 else 'each'})"


def _gist(found: Iterable[Section]) -> str:
    """Return the number of rows in each section, in one line: `Moved 3, changed 12, first documented 40`."""
    said = ", ".join(f"{heading.lower()} {len(rows):,}" for heading, rows in found)
    return f"{said[:1].upper()}{said[1:]}"


def lines_of_row(row: Row) -> list[Line]:
    """Return a row as lines: its entity, and below it its old and new values and its note."""
    lines = [Line("relation", row.text, "", row.id, (), 1)]
    lines += [Line("note", safe(f"was {each}"), indent=2) for each in row.old]
    lines += [Line("note", safe(f"is  {each}"), indent=2) for each in row.new]
    if row.note:
        lines.append(Line("note", safe(row.note), indent=2))
    return lines


def _changed(sides: Sides, change: Change) -> Iterator[Row]:
    """Yield a row for each wording of a change; a member who now attends has two, one for each wording."""
    before, after = differing(*without_former(sides, change))
    if not before and not after and former_names(sides, change):
        return  # told as a renaming
    labels = dict.fromkeys(_label(change, each) for each in (*before, *after))
    for label in labels or (label_of(change.attribute),):
        said_before, said_after = (
            [each for each in facts if _label(change, each) == label] for facts in (before, after)
        )
        old, new = (
            _words(graph, change, facts, evidence=False)
            for graph, facts in ((sides.old, said_before), (sides.new, said_after))
        )
        if old == new:
            old = _words(sides.old, change, said_before, evidence=True)
            new = _words(sides.new, change, said_after, evidence=True)
        if not old and not new:
            old, new = ("the same, in another order",), ()
        elif sides.dated and not old and not _is_later(sides.old, sides.new):
            old = _before(sides.old, change, change.old, said_after)
        elif sides.dated and not new and _is_later(sides.old, sides.new):
            new = _before(sides.new, change, change.new, said_before)
        if change.attribute in MOVES and bool(old) != bool(new):
            old, new = _with_the_rest(sides, change, (old, new), label)
        yield Row(change.id, sides.new.name(change.id), label=label, old=old, new=new)


def _with_the_rest(
    sides: Sides, change: Change, said: tuple[tuple[str, ...], tuple[str, ...]], label: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both sides of a move with the places that stay, which say where an entity moved from or to."""
    stays = [each for each in change.old if each in change.new and _label(change, each) == label]
    old, new = (_words(graph, change, stays, evidence=False) for graph in (sides.old, sides.new))
    same = (joined(words, _renamed(sides, change, each)) for words, each in zip(new, stays, strict=True))
    return (*said[0], *old), (*same, *said[1])


def _renamed(sides: Sides, change: Change, fact: Fact) -> str:
    """Return that a place which stays has another name than on the old side; empty if its name is the same."""
    if not isinstance(fact, Relation):
        return ""
    place = fact.subject if is_back(change) else fact.object
    return "" if sides.old.name(place) == sides.new.name(place) else "the same under another name"


def _is_later(one: Graph, other: Graph) -> bool:
    """Whether a graph is at a later date than another; the last known state is later than any date."""
    return other.at is not None and (one.at is None or one.at.last > other.at.last)


def _before(graph: Graph, change: Change, said: Iterable[Fact], facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return what stood at the earlier date in place of facts that only the later one has.

    Of progress that is the last report. Else it is the remark that no document stated any of the facts,
    unless others of their label were stated already.
    """
    labels = {_label(change, each) for each in facts}
    others = [each for each in said if _label(change, each) in labels]
    if others:
        report = last_report(graph, change.id, graph.at) if change.attribute == "reports" else None
        return () if report is None else _words(graph, change, (report[0],), evidence=False)
    evidence = (one for each in facts for one in evidence_of(graph, change, each))
    return () if any(map(graph.was_documented, evidence)) else ("not documented",)


def _label(change: Change, fact: Fact) -> str:
    """Return the label of a changed fact; that of a seat depends on its capacity, since an attendee is no member."""
    if isinstance(fact, Relation):
        return reading(fact, back=is_back(change))
    return label_of(change.attribute)


def _words(graph: Graph, change: Change, facts: Iterable[Fact], *, evidence: bool) -> tuple[str, ...]:
    return tuple(
        joined(
            fact_words(graph, each, back=is_back(change), evidence=evidence),
            INFERRED if is_read(graph, change.id, change.attribute, each) else "",
        )
        for each in facts
    )

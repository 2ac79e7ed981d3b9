"""The answer of `tiers diff` in words: sections and rows for Markdown, lines for text and the detail."""

from collections.abc import Iterable, Iterator, Sized

from tiers.model import Claim, Evidence, Graph, Relation
from tiers.model.answers.diff import Change, Diff
from tiers.model.answers.states import STANDING, Fact
from tiers.model.format import INFERRED
from tiers.model.structure.membership import reading

from ..safe_text import safe
from .diff_dated import (
    ADDED,
    BEGAN,
    CAME_ABOUT,
    COME_DUE,
    FIRST_TOLD,
    HAPPENED,
    IN_DOUBT,
    additions,
    fading,
    is_fading,
    put_off,
    removals,
    turns,
)
from .diff_sides import Row, Sides
from .facts import differing, fact_words, label_of
from .line import BLANK, Line
from .values import joined

FADING = "Last documented before"

_FEW = 20
"""At most so many rows are seen at a glance, without a line that counts them."""

Section = tuple[str, list[Row]]
"""A heading with its rows."""


def sections(sides: Sides, difference: Diff) -> list[Section]:
    """Return the differences grouped by heading: renamed, began, come due, ended, moved, changed, then first and last documented.

    What is first documented need not have changed, and what is only last documented before the later date has not, so
    these stand last. Empty headings are left out.
    """
    new = sides.new
    renamed = [
        Row(
            each,
            new.name(each),
            old=(_name(sides.old, each, old),),
            new=(_name(new, each, name),),
            label="name",
        )
        for each, (old, name) in difference.renames.items()
    ]
    standings = [change for change in difference.changed if sides.dated and change.attribute == STANDING]
    faded = [change for change in standings if is_fading(sides, change.id)]
    turned = turns(sides, difference, (change for change in standings if change not in faded))
    standing_now: dict[str, list[Row]] = {}
    for heading, rows in (*additions(sides, difference), *turned):
        standing_now.setdefault(heading, []).extend(rows)
    found: list[Section] = [
        ("Also called", renamed),
        *(
            (heading, standing_now[heading])
            for heading in (BEGAN, HAPPENED, CAME_ABOUT, FIRST_TOLD, COME_DUE, ADDED)
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
    changed_first = sorted(found, key=lambda section: (section[0] == FADING, section[0] == FIRST_TOLD))
    return [(heading, rows) for heading, rows in changed_first if rows]


def heading_words(sides: Sides, heading: str, rows: Sized) -> str:
    """Return a heading with its number of rows; `Last documented before 2022 ends (24)` has the later date."""
    if heading != FADING:
        return f"{heading} ({len(rows)})"
    day = max((each.at for each in (sides.old, sides.new) if each.at is not None), key=lambda each: each.last)
    return f"{heading} {day.words()}{'' if day.certain else ' ends'} ({len(rows)})"


def is_folded(heading: str, rows: Sized) -> bool:
    """Return whether the heading and its number stand for the rows: several entities merely last documented earlier."""
    return heading == FADING and len(rows) > 1


def describe_diff(sides: Sides, difference: Diff) -> tuple[Line, ...]:
    """Return a difference as lines: a heading for each section, a line for each entity, its old and new values below."""
    old, new = sides.names
    lines = [Line("title", safe(f"{old} to {new}{last_day_words(sides)}"))]
    found = sections(sides, difference)
    if sum(len(rows) for _, rows in found) > _FEW:
        lines.append(Line("text", _gist(found)))
    for heading, rows in found:
        lines.extend((BLANK, Line("heading", safe(heading_words(sides, heading, rows)))))
        for row in () if is_folded(heading, rows) else rows:
            lines.extend(_lines(row))
    if not difference:
        lines.extend((BLANK, Line("text", "No differences.")))
    return tuple(lines)


def last_day_words(sides: Sides) -> str:
    """Return that a year or a month means its last day, in brackets, where a side is one; else nothing."""
    partial = [
        each.at.words() for each in (sides.old, sides.new) if each.at is not None and not each.at.certain
    ]
    if not sides.dated or not partial:
        return ""
    return f" (the last day of {partial[0] if len(partial) == 1 else 'each'})"


def _gist(found: Iterable[Section]) -> str:
    """Return how many rows each section has, in one line: `Moved 3, changed 12, first documented 40`."""
    said = ", ".join(f"{heading.lower()} {len(rows):,}" for heading, rows in found)
    return f"{said[:1].upper()}{said[1:]}"


def _lines(row: Row) -> Iterator[Line]:
    name = f"{row.name}: {row.label}" if row.label else row.name
    yield Line("relation", safe(joined(name, *row.words)), target=row.id, indent=1)
    for word, texts in (("was", row.old), ("is", row.new)):
        yield from (Line("note", safe(f"{word:<3} {each}"), indent=2) for each in texts)
    if row.note:
        yield Line("note", safe(row.note), indent=2)


def _changed(sides: Sides, change: Change) -> Iterator[Row]:
    """Yield a row for each wording of what differs: who was a member and now attends has two."""
    before, after = differing(change.old, change.new)
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
            old = _undocumented(sides.old, change, said_after)
        elif sides.dated and not new and _is_later(sides.old, sides.new):
            new = _undocumented(sides.new, change, said_before)
        yield Row(change.id, sides.new.name(change.id), label=label, old=old, new=new)


def _is_later(one: Graph, other: Graph) -> bool:
    """Whether a graph is at a later date than another; the last known state is later than any date."""
    return other.at is not None and (one.at is None or one.at.last > other.at.last)


def _undocumented(graph: Graph, change: Change, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return that no document tells any of some facts by the date of a graph, in a list; an empty one where one does."""
    told = any(
        graph.was_documented(evidence) for each in facts for evidence in _evidence_of(graph, change, each)
    )
    return () if told else ("not documented",)


def _evidence_of(graph: Graph, change: Change, fact: Fact) -> Iterator[Evidence]:
    """Yield what a fact rests on, which a state at a date has without its evidence: every relation or claim that says the same, else its entity."""
    entity = graph.find(change.id)
    if isinstance(fact, Relation):
        ends = (fact.object, fact.details)
        for each in graph.outgoing(fact.subject, fact.kind):
            if (each.object, each.details) == ends:
                yield each.evidence
    elif entity is not None:
        value = fact.value if isinstance(fact, Claim) else fact
        said = [each.evidence for each in entity.claims(change.attribute) if each.value == value]
        yield from said or [entity.evidence]


def _name(graph: Graph, entity_id: str, name: str) -> str:
    """Return a name, marked where it is our reading."""
    return joined(name, INFERRED if is_read(graph, entity_id, "name", name) else "")


def _label(change: Change, fact: Fact) -> str:
    """Return how a changed fact reads: a relation as it reads for its capacity, so that who attends is no member."""
    if isinstance(fact, Relation):
        return reading(fact, back=change.attribute.startswith("~"))
    return label_of(change.attribute)


def _words(graph: Graph, change: Change, facts: Iterable[Fact], *, evidence: bool) -> tuple[str, ...]:
    return tuple(
        joined(
            fact_words(graph, each, evidence=evidence),
            INFERRED if is_read(graph, change.id, change.attribute, each) else "",
        )
        for each in facts
    )


def is_read(graph: Graph, entity_id: str, attribute: str, fact: Fact) -> bool:
    """Whether a value that a state has without its evidence is our reading; a relation and a claim bear their own basis."""
    if isinstance(fact, Relation) or (isinstance(fact, Claim) and fact.evidence.inferred):
        return False
    value = fact.value if isinstance(fact, Claim) else fact
    entity = graph.find(entity_id)
    claims = () if entity is None else entity.claims(attribute)
    found = [each.evidence for each in claims if each.value == value]
    return bool(found) and all(
        each.inferred and entity is not None and each != entity.evidence for each in found
    )

"""Two entities side by side as lines of two columns."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.answers.compare import Comparison, Section
from tiers.model.format.keys import SAID_NOT_RECORDED

from ...wording.at_date import seen_words
from ...wording.description import Line
from ...wording.description.compare import in_order, named_in, values_words
from ...wording.description.line import BLANK
from ...wording.legend import CHANGED, NEW, NOT_STATED, SAME, SIDE_BY_SIDE, in_a_line
from ...wording.safe_text import safe


def describe_pair(
    graphs: tuple[Graph, Graph], ids: tuple[str, str], comparison: Comparison
) -> tuple[Line, ...]:
    """Return a comparison as lines of the role `pair`: the first entity in the label, the second in the text.

    Args:
        graphs: The models of the two, each at its date.
        ids: The ids of the two entities.
        comparison: The answer of `compare`.
    """
    one, other = graphs
    dates = [seen_words(graph) for graph in graphs]
    lines = [
        Line("pair title", safe(other.name(ids[1])), safe(one.name(ids[0])), target=ids[0]),
        Line("pair quiet", safe(dates[1]), safe(dates[0])),
        Line("subtitle", in_a_line(SIDE_BY_SIDE)),
        BLANK,
    ]
    for fact in in_order(comparison.facts):
        values = values_words(graphs, fact)
        sign = SAME if fact.same else NOT_STATED if fact.alike else CHANGED
        lines.append(Line("heading", f"{sign} {fact.label[:1].upper()}{fact.label[1:]}"))
        lines.append(Line("pair", safe(values[1]), safe(values[0])))
    for section in in_order(comparison.sections):
        lines += [BLANK, Line("heading", section.title), *_section(graphs, section)]
    return tuple(lines)


def _section(graphs: tuple[Graph, Graph], section: Section) -> Iterator[Line]:
    for mine in section.one:
        yield Line(
            "pair", SAID_NOT_RECORDED, safe(f"{NEW} {named_in(graphs, section, 0, mine)}"), target=mine
        )
    for theirs in section.other:
        yield Line(
            "pair", safe(f"{NEW} {named_in(graphs, section, 1, theirs)}"), SAID_NOT_RECORDED, target=theirs
        )
    for mine, theirs in section.both:
        sign = CHANGED if section.seats_differ(mine, theirs) else SAME
        here, there = named_in(graphs, section, 0, mine), named_in(graphs, section, 1, theirs)
        yield Line("pair", safe(f"{sign} {there}"), safe(f"{sign} {here}"), target=mine)

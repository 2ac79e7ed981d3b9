"""The tour as text: each question with its command, its key in the explorer and the first lines of the answer."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tiers.model import Graph, parse_date
from tiers.model.answers.tour import DIFF, GAPS, GLOSSARY, LAYERS, MATTERS, RAISE, WHO, Question
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS
from tiers.model.views.part import whole_part

from ...wording.description import Line, describe
from ...wording.description.tour import command_of, keys_of, question_words, why_of
from .. import Subtree, written
from . import description

FIRST = 4
"""How many lines of each answer are written."""


def write(
    graph: Graph,
    questions: Iterable[Question],
    before: Sequence[str] = (),
    *,
    colour: bool = False,
    width: int | None = None,
) -> Iterator[str]:
    """Yield the questions one after the other.

    Args:
        graph: The model, at its date.
        questions: The questions.
        before: The options that name the model and the date, which each command repeats.
        colour: Whether to emphasise questions by colour.
        width: The width at which lines are wrapped; `None` leaves them whole.
    """
    for number, question in enumerate(questions, 1):
        command = shlex.join(["tiers", *before, *command_of(graph, question)])
        lines = [
            *([Line("blank")] if number > 1 else []),
            Line("title", f"{number}  {question_words(graph, question)}"),
            Line("text", f"$ {command}", indent=1),
        ]
        yield from description.write(lines, colour=colour, width=width)
        first = islice((line for line in answer(graph, question) if line.strip()), FIRST)
        answered = [
            Line("text", line.strip(), indent=2 + (len(line) - len(line.lstrip())) // 2) for line in first
        ]
        yield from description.write([*answered, Line("text", "...", indent=2)], width=width)
        note = f"In the explorer: {keys_of(graph, question)}. {why_of(question)}"
        yield from description.write([Line("note", note, indent=1)], colour=colour, width=width)


def answer(graph: Graph, question: Question) -> Iterator[str]:
    """Yield the lines that the question's command writes when its output is a pipe."""
    pieces = (
        written(_layers(graph, question.id), "plain")
        if question.asks == LAYERS
        else description.write(_lines(graph, question))
    )
    for piece in pieces:
        yield from piece.splitlines()


def _layers(graph: Graph, place: str) -> Subtree:
    view = forest_of(graph, VIEWS["decisions"])
    row = view.row_of(place)
    return Subtree(graph, whole_part(view, row), row, 1, view=view)


def _lines(graph: Graph, question: Question) -> Iterable[Line]:
    about, words = question.id, question.words
    # each answer is imported only for its question, since a tour has five of the eight types
    if question.asks in {WHO, RAISE}:
        from tiers.model.answers.who import who  # noqa: PLC0415
        from tiers.model.answers.who.raising import raise_concern  # noqa: PLC0415

        from ...wording.description.raising import describe_raising  # noqa: PLC0415
        from ...wording.description.who import describe_who  # noqa: PLC0415

        name = graph.name(about)
        if question.asks == WHO:
            return describe_who(graph, who(graph, name))
        return describe_raising(graph, raise_concern(graph, name))
    if question.asks == MATTERS:
        from tiers.model.answers.matters import matters  # noqa: PLC0415

        from ...wording.description.matters import describe_matters  # noqa: PLC0415

        return describe_matters(graph, matters(graph, about))
    if question.asks == GAPS:
        from tiers.model.answers.gaps import gaps  # noqa: PLC0415

        from ...wording.description.gaps import describe_gaps  # noqa: PLC0415

        return describe_gaps(graph, gaps(graph, about), questions=True)
    if question.asks == GLOSSARY:
        from tiers.model.answers.glossary import look_up  # noqa: PLC0415

        from ...wording.description.glossary import describe_glossary  # noqa: PLC0415

        return describe_glossary(graph, look_up(graph, words[0]))
    if question.asks == DIFF:
        from tiers.model.answers.diff import diff_within  # noqa: PLC0415

        from ...wording.description.diff import describe_diff  # noqa: PLC0415
        from ...wording.description.diff_sides import Sides  # noqa: PLC0415

        old, new = (graph.as_of(parse_date(each)) for each in words)
        first, last = (parse_date(each).words() for each in words)
        return describe_diff(Sides(old, new, (first, last), dated=True), diff_within(old, new, about))
    return describe(graph, about)

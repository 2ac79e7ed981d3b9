"""The questions of the tour in words, each with the keys that answer it in the explorer and with its command."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import attrs

from tiers.model import Graph, parse_date
from tiers.model.answers.tour import DIFF, GAPS, GLOSSARY, LAYERS, MATTERS, RAISE, SOURCES, WHO, Question

from ..safe_text import safe


@attrs.frozen(repr=False)
class Asked:
    """The wording of a question.

    Attributes:
        text: The question, with `{name}` for the entity and placeholders for the words of the question.
        keys: The keys to press in the explorer, with the words of the question.
        command: The arguments after `tiers`, with `{id}`, `{name}` and the words.
        why: What the answer shows, in a sentence.
    """

    text: str
    keys: str
    command: Sequence[str]
    why: str


ASKED: Mapping[str, Asked] = MappingProxyType(
    {
        WHO: Asked(
            "Who decides about {name}?",
            "press w",
            ("who", "{name}"),
            "The answer comes first, then the chain upward, step by step, each with its source.",
        ),
        MATTERS: Asked(
            "What was promised and asked in {name}, and what came of it?",
            "press p",
            ("matters", "{id}"),
            "What no later document shows comes first.",
        ),
        GLOSSARY: Asked(
            "What does {0} mean?",
            "press t, type {0}, press ↵",
            ("glossary", "{0}"),
            "It gives every meaning, with its tier and time.",
        ),
        DIFF: Asked(
            "What changed in {name} from {0} to {1}?",
            "press D, type {2} to {3}, press ↵",
            ("diff", "{2}", "{3}", "--in", "{id}"),
            "It lists what is new, gone, renamed or moved between the two dates.",
        ),
        LAYERS: Asked(
            "Who delegates to whom in {name}?",
            "press b; the arrow keys move, esc closes",
            ("print", "{id}", "--view", "decisions", "--depth", "1", "--format", "plain"),
            "The layers stand from the top down, with what is delegated between them.",
        ),
        GAPS: Asked(
            "What do the documents not say about {name}?",
            "press u",
            ("gaps", "{id}"),
            "Each gap comes with the question to ask.",
        ),
        RAISE: Asked(
            "Where can a concern about {name} be taken?",
            "press c",
            ("who", "--raise", "{name}"),
            "It goes step by step, as far as the documents say.",
        ),
        SOURCES: Asked(
            "Where is it written what is said of {name}?",
            "press s",
            ("show", "{id}", "--sources"),
            "Every statement has its document, the place in it and the date.",
        ),
    }
)
"""The wording of each type of question."""


def question_words(graph: Graph, question: Question) -> str:
    """Return the question in words, safe to draw."""
    return _filled(graph, question)(ASKED[question.asks].text)


def keys_of(graph: Graph, question: Question) -> str:
    """Return the keys to press in the explorer at the entity of the question."""
    return _filled(graph, question)(ASKED[question.asks].keys)


def command_of(graph: Graph, question: Question) -> list[str]:
    """Return the arguments of the command that answers the question, without `tiers`."""
    return [*map(_filled(graph, question), ASKED[question.asks].command)]


def why_of(question: Question) -> str:
    """Return a sentence on what the answer shows."""
    return ASKED[question.asks].why


def _filled(graph: Graph, question: Question) -> Callable[[str], str]:
    words = [safe(each) for each in question.words]
    if question.asks == DIFF:
        words = [*(parse_date(each).words() for each in question.words), *words]
    name = safe(graph.name(question.id))
    return lambda text: text.format(*words, name=name, id=question.id)

"""The pages of who decides (key `w`) and of where to take a concern (key `c`): `tiers who` and `tiers who --raise`."""

from collections.abc import Sequence

import attrs

from tiers.model import Graph
from tiers.model.answers.who import Answer, home_of, who, who_has
from tiers.model.answers.who.raising import raise_about, raise_concern
from tiers.model.answers.who.topics import body_not_shown, index_of
from tiers.model.finding.query import QueryError
from tiers.model.structure.placing import ancestors_of

from ...wording.description import Line
from ...wording.description.line import BLANK
from ...wording.description.raising import describe_raising
from ...wording.description.succession import became_in_short
from ...wording.description.who import describe_who
from ...wording.safe_text import safe
from ...wording.unknown_words import misread_words, nearest_words, nothing_found, unknown_words
from ..exploration import Exploration
from .page import Page


class TopicPage(Page):
    """A page about the entity of the cursor, or about a typed topic.

    Attributes:
        topic: The topic; empty for the entity of the cursor.
        stood: The entity of the cursor when the topic was typed; its place is answered first.
    """

    wants = "a topic, in any words"

    topic: str = ""
    stood: str | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it is about a topic."""
        return bool(self.topic)

    def asked(self, typed: str) -> "TopicPage":
        """Return the page about a topic."""
        return self.but(topic=typed.strip())

    def here(self, graph: Graph) -> str | None:
        """Return the place or system of the reader when the topic was typed; `None` if there is none at the date."""
        if self.stood is None or self.stood not in graph:
            return None
        home = home_of(graph, self.stood)
        return home if home is not None and graph.shown(home) else None


class WhoPage(TopicPage):
    """Who decides about an entity or a topic, and who is above them."""

    asks = "who decides about "

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers who`."""
        graph, about = exploration.graph, exploration.concerned
        if not self.topic and about is None:
            return _nothing_chosen("Who decides")
        try:
            answer = who(graph, self.topic) if self.topic else who_has(graph, about or "")
        except QueryError as error:
            return _wrong(self.topic, error)
        if self.topic and not answer.found and not answer.parts:
            return _not_mentioned(graph, answer.typed)
        here = self.here(graph) if self.topic else None
        title, *lines = describe_who(graph, _nearest_first(answer, here))
        subtitle = Line("subtitle", "who decides, here and in the bodies above")
        reading = _reading(graph, answer.typed, answer.topic) if self.topic else ()
        return (title, subtitle, *reading, BLANK, *_not_here(graph, answer, here), *lines)


class ConcernPage(TopicPage):
    """Where to take a concern about an entity or a topic."""

    asks = "a concern about "

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers who --raise`."""
        graph, about = exploration.graph, exploration.concerned
        if not self.topic and about is None:
            return _nothing_chosen("Where to take a concern")
        try:
            raising = (
                raise_concern(graph, self.topic, here=self.here(graph))
                if self.topic
                else raise_about(graph, about or "")
            )
        except QueryError as error:
            return _wrong(self.topic, error)
        if self.topic and not raising.routes:
            return _not_mentioned(graph, raising.typed)
        title, *lines = describe_raising(graph, raising)
        subtitle = Line("subtitle", "where to take it, as far as the documents say")
        reading = _reading(graph, raising.typed, raising.topic) if self.topic else ()
        return (title, subtitle, *reading, BLANK, *lines)


def _nearest_first(answer: Answer, here: str | None) -> Answer:
    """Return an answer with the chain of the reader's place first."""
    return attrs.evolve(answer, chains=tuple(sorted(answer.chains, key=lambda chain: chain.place != here)))


def _not_here(graph: Graph, answer: Answer, here: str | None) -> Sequence[Line]:
    """Return that no document names anybody in the reader's place, if the answer is only about other places."""
    places = [each.place for each in answer.chains if each.named and each.place is not None]
    if here is None or not places:
        return ()
    near = {here, *ancestors_of(graph, here)}
    if any(each in near or here in ancestors_of(graph, each) for each in places):
        return ()
    words = f"{graph.name(here)}: no document names a body for {answer.topic}. Elsewhere:"
    return (Line("text", safe(words), target=here),)


def _nothing_chosen(title: str) -> Sequence[Line]:
    return (Line("title", title), BLANK, Line("text", "Select an entity, or type a topic."))


def _reading(graph: Graph, typed: str, read: str) -> Sequence[Line]:
    """Return lines on how a topic was read: its misspelt words, and the words that no document has."""
    unknown = index_of(graph).matches(typed).unknown
    said = (misread_words(typed, read), unknown_words(unknown) if unknown else "")
    return tuple(Line("note", safe(_sentence(each))) for each in said if each)


def _sentence(words: str) -> str:
    """Return the words of a message as a sentence."""
    return f"{words[0].upper()}{words[1:]}."


def _wrong(topic: str, error: QueryError) -> Sequence[Line]:
    lines = [Line("title", safe(topic)), BLANK, Line("text", safe(error.message))]
    return (*lines, *([Line("note", safe(error.hint))] if error.hint else []))


def _not_mentioned(graph: Graph, topic: str) -> Sequence[Line]:
    """Return that a topic is not mentioned, and the nearest ones, each as a link."""
    at = "" if graph.at is None else f" at {graph.at.words()}"
    index = index_of(graph)
    said = (nothing_found(index, topic, at), nearest_words(index, topic))
    lines = [Line("title", safe(topic)), BLANK]
    lines += [Line("text", safe(_sentence(each))) for each in said if each]
    named = body_not_shown(graph, topic)
    if named is not None:
        return (*lines[:2], Line("text", became_in_short(graph, named), target=named))
    ended = [hit.id for hit in index.search(topic, 5) if not graph.standing(hit.id).shown]
    lines += [Line("relation", became_in_short(graph, each), target=each, indent=1) for each in ended]
    return tuple(lines)

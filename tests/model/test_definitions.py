"""Properties of a kind or of a kind of relation are written at its definition, and repeated nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tiers.model
import tiers.tui
from tiers.model.format import KINDS, RELATIONS, every_key
from tiers.model.format.details import CAPACITIES, COUNTED
from tiers.model.format.keys import LINE, OWN, SECTION, Key
from tiers.model.format.relation_kind import OBJECT, SUBJECT, OrgProperty

DEFINITIONS = "model.format"
ROOTS = {"model": Path(tiers.model.__file__).parent, "tui": Path(tiers.tui.__file__).parent}

EXCEPTIONS = {
    "model.answers.who.holders": "by which relations each kind leads to an agent, and how far, is the answer's own measure",
    "model.exports.org": "ORG makes an organization of a person in an organizational collaboration: a rule of theirs",
    "model.finding.query": "words of English that happen to be names of relations",
}
"""Why a list of names stands in a file, one list for each."""


def lists_of(tree: ast.AST, names: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield the names that each set, tuple, list, dictionary or alternative writes out, where they are two or more."""
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            parts.extend(node.elts)
        elif isinstance(node, ast.Dict):
            parts.extend(node.keys)
        elif isinstance(node, ast.MatchOr):
            parts.extend(each.value for each in node.patterns if isinstance(each, ast.MatchValue))
        elif isinstance(node, ast.Call):
            parts.extend(ast.Constant(each.arg) for each in node.keywords if each.arg is not None)
        said = {
            each.value for each in parts if isinstance(each, ast.Constant) and isinstance(each.value, str)
        }
        if len(said & names) > 1:
            yield frozenset(said & names)


def typed_out(text: str) -> list[frozenset[str]]:
    """Return each list of names of kinds or of relations that some code writes out."""
    tree = ast.parse(text)
    return [*lists_of(tree, frozenset(KINDS)), *lists_of(tree, frozenset(RELATIONS))]


def test_names_are_listed_at_the_definitions_only() -> None:
    """Outside the definitions no list of kinds or relations is typed out, but for the exceptions named here."""
    found: dict[str, int] = {}
    for name, root in ROOTS.items():
        for path in sorted(root.rglob("*.py")):
            place = ".".join((name, *path.relative_to(root).with_suffix("").parts))
            count = 0 if place.startswith(DEFINITIONS) else len(typed_out(path.read_text(encoding="utf-8")))
            if count:
                found[place] = count
    assert found == dict.fromkeys(EXCEPTIONS, 1)
    assert len(found) <= 10


@pytest.mark.parametrize(
    "code",
    [
        '{"body", "post"}',
        '("body", "post")',
        '["body", x, "post"]',
        '{"body": 1, "post": 2}',
        "dict(body=1, post=2)",
        'match kind:\n    case "body" | "post":\n        pass',
        '("part_of", "post_in")',
    ],
)
def test_a_list_of_names_is_seen(code: str) -> None:
    """A list of two names is found however it is written."""
    assert len(typed_out(code)) == 1


def test_one_name_is_no_list() -> None:
    """A kind and a relation beside each other, or one name among other words, are no list."""
    assert typed_out('("body", "part_of", "no name")') == []


def test_an_attribute_is_shown_somewhere() -> None:
    """Every attribute has a line, a section or a place of its own in the detail, and a name for a reader."""
    assert {key.detail for key in every_key().values()} == {LINE, SECTION, OWN}
    assert [name for name, key in every_key().items() if not key.label] == []


def test_who_attends_observes_or_stands_in_is_no_member() -> None:
    """The definition of the capacity says which words count as members."""
    assert {"chair", "co-chair", "vice-chair", "member"} == COUNTED
    assert CAPACITIES.keys() - COUNTED == {"deputy", "in attendance", "observer"}


def test_no_two_relations_have_one_rank() -> None:
    """The relations that place have ranks from 0 without a double, so that the strongest is known."""
    ranks = sorted(kind.places for kind in RELATIONS.values() if kind.places is not None)
    assert ranks == list(range(len(ranks)))


def test_a_name_is_for_one_end() -> None:
    """`as_named` is the word for the subject or for the object, as the definition of the relation says."""
    named = {
        name: kind.as_named
        for name, kind in RELATIONS.items()
        if any(part.name == "as_named" for part in kind.parts)
    }
    assert named == {
        "part_of": SUBJECT,
        "in_layer": SUBJECT,
        "member_of": SUBJECT,
        "holds": SUBJECT,
        "post_in": SUBJECT,
        "responsible_for": OBJECT,
        "scrutinises": OBJECT,
        "may_include": OBJECT,
        "about": OBJECT,
    }


def test_a_value_that_is_not_given_follows_from_the_others() -> None:
    """Of a key its label; what is changed later leaves what followed before as it was."""
    key = Key("as_seen", "text", "How it is seen.")
    renamed = key.but(name="value", label="Seen")
    assert (key.label, key.example, key.detail, key.found_as) == (
        "As seen",
        '"In plain words"',
        LINE,
        "as seen",
    )
    assert (renamed.name, renamed.label, renamed.found_as, renamed.meaning) == (
        "value",
        "Seen",
        "as seen",
        "How it is seen.",
    )


def test_a_definition_never_changes_and_is_equal_to_itself_alone() -> None:
    """So that it may be a key of a table."""
    one, other = (OrgProperty("org:holds") for _ in range(2))
    assert {one: 1, other: 2} == {one: 1, other: 2}
    assert one != other
    with pytest.raises(AttributeError, match=r"^`name` of OrgProperty never changes$"):
        one.name = "org:heldBy"  # type: ignore[misc]
    with pytest.raises(AttributeError, match=r"^`name` of OrgProperty never changes$"):
        del one.name
    assert one.name == "org:holds"


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"meaning": "What it is."}, "name, type"),
        ({"name": "x", "type": "text", "meaning": "", "sort": 1}, "sort"),
    ],
)
def test_a_definition_has_the_values_of_its_class(values: dict[str, Any], wrong: str) -> None:
    """One that lacks a value, or has one that its class has not, is refused where it stands."""
    with pytest.raises(TypeError, match=rf"^Key lacks these values, or has no such: {wrong}$"):
        Key(**values)

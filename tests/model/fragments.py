"""What many tests write and read: parts of models as TOML, and the lines of an answer and of a description."""

from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.description.who import describe_who


def documents(of_file: str = "", *, place: str = "", **written: tuple[str, str]) -> str:
    """Return a table for each document.

    Args:
        of_file: The id of the document that the file's statements cite; empty for none.
        place: The id of a place in every document; empty for none.
        written: The name of each document and the day on which it was presented, by its id.
    """
    places = f'locators = {{ {place} = "{place.upper()}" }}\n' if place else ""
    tables = "".join(
        f'[[source]]\nid = "{each}"\nname = "{name}"\npresented = "{day}"\n{places}'
        for each, (name, day) in written.items()
    )
    return tables + (f'[file]\nsources = ["{of_file}"]\n' if of_file else "")


VALE = """
[[partnership]]
id = "vale"
name = "Vale"
tier = "place"
[[layer]]
id = "l1"
name = "Top layer"
of = "vale"
order = 1
[[layer]]
id = "l2"
name = "Lower layer"
of = "vale"
order = 2
"""
"""A place with two layers of decision making, `l1` and `l2`."""

EARLY_AND_LATE = documents(early=("Early minutes", "2020-12-02"), late=("Late slides", "2022-02-22"))


def named(kind: str, **names: str) -> str:
    """Return a table of a kind for each id, with its name and nothing else."""
    return "".join(f'[[{kind}]]\nid = "{each}"\nname = "{name}"\n' for each, name in names.items())


def table(kind: str, entity_id: str, name: str, *keys: str) -> str:
    """Return a table of a kind with its id, its name and further keys, a line each."""
    return "\n".join((f"[[{kind}]]", f'id = "{entity_id}"', f'name = "{name}"', *keys, ""))


def disagreement(
    entity_id: str, name: str, *positions: str, about: str, attribute: str, follows: str = "undecided"
) -> str:
    """Return a disagreement of documents.

    Args:
        entity_id: Its id.
        name: Its name.
        positions: What each side says, an inline table such as `{ text = "In May", value = "2022-05" }`.
        about: The ids of the entities that it is about, separated by spaces.
        attribute: The attribute or relation on which the documents disagree.
        follows: The value that is followed.
    """
    subjects = ", ".join(f'"{each}"' for each in about.split())
    return (
        f'[[disagreement]]\nid = "{entity_id}"\nname = "{name}"\nabout = [{subjects}]\nattribute = "{attribute}"\n'
        f'positions = [{", ".join(positions)}]\nfollows = "{follows}"\n'
    )


def who_lines(graph: Graph, topic: str, within: str | None = None) -> list[str]:
    """Return the answer of `tiers who` about a topic, line by line."""
    return [line.text for line in describe_who(graph, who(graph, topic, within))]


def detail_lines(graph: Graph, entity_id: str) -> list[str]:
    """Return the description of an entity, line by line."""
    return [line.text for line in describe(graph, entity_id)]

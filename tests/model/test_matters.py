"""What to follow up, and in which order."""

import csv
import json
from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.matters import STATES, matters
from tiers.tui.printing.answers import matters as written
from tiers.tui.wording.description.matters import describe_matters

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "old"
name = "Old"
presented = "2021-06"
[[source]]
id = "new"
name = "New"
presented = "2022-02"
[file]
sources = ["old"]
[[partnership]]
id = "place"
name = "Place"
[[issue]]
id = "noted"
name = "Noted"
state = "noted"
about = "place"
[[issue]]
id = "answered"
name = "Answered"
state = "answered"
about = "place"
answers = [{ text = "So" }, { text = "And so", sources = ["new"] }]
[[issue]]
id = "open"
name = "Open"
state = "open"
[[issue]]
id = "unkept"
name = "Unkept"
state = "promised"
promised = "It comes"
about = "place"
raised_by = "not_stated"
seen_since = [{ value = "none", sources = ["new"] }]
[[issue]]
id = "kept"
name = "Kept"
state = "promised"
promised = "It comes"
seen_since = [{ value = "It came", sources = ["new"] }]
[[commitment]]
id = "lost"
name = "Lost"
part_of = "place"
made_by = "place"
commits = [{ to = "held-by", basis = "inferred" }]
due = "2021-12"
reports = [{ state = "planned" }, { state = "not seen since", sources = ["new"] }]
[[body]]
id = "held-by"
name = "Board"
[[commitment]]
id = "held"
name = "Held"
part_of = "place"
made_by = "not_stated"
reports = [{ state = "on hold" }]
[[commitment]]
id = "going"
name = "Going"
part_of = "place"
about = "service"
due = "2022-04-01"
reports = [{ state = "planned" }, { state = "on track", sources = ["new"] }]
[[commitment]]
id = "done"
name = "Done"
part_of = "place"
reports = [{ state = "completed" }]
[[service]]
id = "service"
name = "Service"
part_of = "place"
due = "2022-04-01"
[[plan]]
id = "plan"
name = "Plan"
part_of = "place"
due = "2023"
"""


def test_what_was_promised_and_not_seen_stands_first(graph_of: GraphOf) -> None:
    """What was seen since is not called unseen. Then the open, the halted, what is under way, what is answered, noted and done; a date told twice stands once."""
    assert [(each.id, each.state, each.stands) for each in matters(graph_of(MODEL))] == [
        ("unkept", "promised", "not seen since"),
        ("lost", "not seen since", "not seen since"),
        ("kept", "promised", "promised"),
        ("open", "open", "open"),
        ("held", "on hold", "on hold"),
        ("going", "on track", "on track"),
        ("plan", "not_stated", "not_stated"),
        ("answered", "answered", "answered"),
        ("noted", "noted", "noted"),
        ("done", "completed", "completed"),
    ]


def test_a_state_narrows_it(graph_of: GraphOf) -> None:
    """A question whose promise was not seen is found as promised and as not seen since."""
    graph = graph_of(MODEL)
    found = {state: [each.id for each in matters(graph, state=state)] for state in STATES}
    assert {state: ids for state, ids in found.items() if ids} == {
        "not seen since": ["unkept", "lost"],
        "promised": ["unkept", "kept"],
        "open": ["open"],
        "on hold": ["held"],
        "on track": ["going"],
        "not_stated": ["plan"],
        "answered": ["answered"],
        "noted": ["noted"],
        "completed": ["done"],
    }


def test_an_entity_narrows_it(graph_of: GraphOf) -> None:
    """Only what belongs to an entity or is about it is followed up."""
    assert "open" not in {each.id for each in matters(graph_of(MODEL), "place")}
    assert [each.id for each in matters(graph_of(MODEL), "service")] == ["going"]


def test_at_a_date_only_what_was_known_counts(graph_of: GraphOf) -> None:
    """In 2021 nothing had been seen since, and only the first answer had been given."""
    found = {each.id: each for each in matters(graph_of(MODEL).as_of("2021-12-31"))}
    assert found["unkept"].seen_since == ()
    assert not found["unkept"].unkept
    assert found["lost"].state == "planned"
    assert [each.value for each in found["answered"].answered] == ["So"]


def test_later_reports_are_what_was_seen_since(graph_of: GraphOf) -> None:
    """The first report is the promise; what later documents report is what was seen of it."""
    found = {each.id: each for each in matters(graph_of(MODEL))}
    assert [each.value for each in found["going"].seen_since] == ["on track"]
    assert [each.value for each in found["lost"].seen_since] == ["not seen since"]
    assert found["held"].seen_since == ()


def test_who_made_a_promise_and_who_is_to_do_it_each_have_their_word(graph_of: GraphOf) -> None:
    """In text, Markdown, JSON and CSV; a promise of which only one is recorded says only that one."""
    graph = graph_of(MODEL)
    found = [each for each in matters(graph) if each.id in {"lost", "held"}]
    text = [each.text for each in describe_matters(graph, found)]
    assert [each for each in text if " by: " in each] == [
        "made by: Place", "to be done by: Board (inferred)", "made by: not stated",
    ]  # fmt: skip
    rows = "".join(written.write_markdown(graph, found)).split("\n")
    assert [each.split(" | ")[1] for each in rows[2:4]] == [
        "reported in Jun 2021, made by: Place; to be done by: Board (inferred)",
        "reported in Jun 2021, made by: not stated",
    ]
    told = json.loads("".join(written.write_json(graph, found, unicode=True)))
    assert [(each["promise_made_by"], each["to_be_done_by"]) for each in told] == [
        (["place"], ["held-by"]),
        (["not_stated"], []),
    ]
    assert [each["name"] for each in told[0]["who"]["to_be_done_by"]] == ["Board"]
    lines = csv.DictReader("".join(written.write_csv(graph, found)).splitlines())
    assert [(each["promise_made_by"], each["to_be_done_by"]) for each in lines] == [
        ("Place", "Board"),
        ("not stated", ""),
    ]

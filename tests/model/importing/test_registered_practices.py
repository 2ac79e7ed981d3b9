"""A national model from official lists: what stands below what at which date, what ended and what followed, and what people keep."""

import random

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tiers.model import Model, parse_date

from .lists import FIRST, ONE, SECOND, TWO, imported, model, official, snapshot, tomls

BOTH = tomls(imported(ONE, TWO))
COUNTRY = model(BOTH)


def table(texts: dict[str, str], file: str, entity_id: str) -> dict[str, object]:
    """Return the table of an entity in one of some files."""
    every = (each for tables in tomli.loads(texts[file]).values() for each in tables)
    return next(each for each in every if each["id"] == entity_id)


def practices(graph: Model) -> set[str]:
    """Return the codes of the general practices that are shown at the date of a model."""
    return {
        str(graph.entity(each).claims("identifiers")[0].value)
        for each in graph.all_shown()
        if graph.value(each, "classification") == "general practice"
    }


def parents(graph: Model, entity_id: str) -> set[str]:
    """Return what an entity is part of at the date of a model."""
    return {each.object for each in graph.relations(entity_id, "part_of", "out")}


def test_each_month_shows_exactly_the_practices_of_its_list() -> None:
    """As of the month of a list its practices are there, and no others."""
    assert practices(COUNTRY.as_of("2020-09")) == {row[0] for row in FIRST}
    assert practices(COUNTRY.as_of("2022-01")) == {row[0] for row in SECOND}
    assert practices(COUNTRY) == {row[0] for row in SECOND}


def test_the_five_levels() -> None:
    """A practice is part of its network, that of its location, and so up to the region and England; one in no network of the location."""
    old, new = COUNTRY.as_of("2020-09-01"), COUNTRY.as_of("2022-01-01")
    way = ["gp-a00001"]
    while parents(new, way[-1]):
        way.extend(parents(new, way[-1]))
    assert way == ["gp-a00001", "pcn-u00001", "sub-icb-01a", "icb-qaa", "region-y01", "country-england"]
    assert parents(old, "pcn-u00001") == {"ccg-01a"}
    assert parents(old, "gp-y00005") == {"ccg-01a"}
    assert "pcn-u" not in COUNTRY
    assert COUNTRY.kind("sub-icb-01a") == COUNTRY.kind("region-y01") == "area"
    assert COUNTRY.value("sub-icb-01a", "classification") == "sub-ICB location"


def test_what_is_no_longer_listed_ended_between_the_two() -> None:
    """Present in one list and absent in the next: the end lies between, is inferred and says so; what is new has no start."""
    claim = COUNTRY.claim("gp-y00005", "end_date")
    assert claim is not None
    assert (str(claim.value), claim.evidence.basis) == ("[2020-09-01..2021-12-31]", "inferred")
    assert claim.evidence.note == (
        "In the list of September 2020 and no longer in that of January 2022; "
        "whether it closed or became part of another is not said."
    )
    assert COUNTRY.as_of("2021-03").standing("gp-y00005").words() == (
        "unknown whether it had ended: it ended between 1 Sep 2020 and 31 Dec 2021"
    )
    assert COUNTRY.value("gp-b00007", "start_date") is None
    assert COUNTRY.as_of("2021-03").standing("gp-b00007").words() == (
        "not yet documented: first documented 1 Jan 2022"
    )


def test_names_codes_and_places_follow_the_lists() -> None:
    """Names are cased with the original kept, an ONS code that changes has an end, and a practice that moved was elsewhere before."""
    assert COUNTRY.as_of("2021").name("gp-a00002") == "Dr O'Neill & Partners"
    assert COUNTRY.name("gp-a00002") == "Elm Tree Practice"
    assert [each.evidence.note for each in COUNTRY.entity("gp-a00002").claims("name")] == [
        "The list writes DR O'NEILL & PARTNERS.",
        "The list writes ELM TREE PRACTICE.",
    ]
    assert [
        (each.value, str(each.end_date)) for each in COUNTRY.entity("region-y01").claims("identifiers")
    ] == [
        ("Y01", "None"),
        ("E40000001", "[2020-09-01..2021-12-31]"),
        ("E40000002", "None"),
    ]
    assert parents(COUNTRY.as_of("2020-09"), "gp-a00004") == {"pcn-u00002"}
    assert parents(COUNTRY, "gp-a00004") == {"pcn-u00001"}


def test_what_followed_is_read_from_where_practices_went() -> None:
    """One system is followed by two boards, each with how many of its practices it has; all of it inferred."""
    followed = [
        (each.subject, each.evidence.basis, each.evidence.note)
        for each in COUNTRY.every_relation("stp-qaa", "succeeds", "in")
    ]
    assert sorted(followed) == [
        (
            "icb-qaa",
            "inferred",
            "3 of the 4 practices listed in September 2020 and still in January 2022 went from the one to the other.",
        ),
        (
            "icb-qbb",
            "inferred",
            "1 of the 4 practices listed in September 2020 and still in January 2022 went from the one to the other.",
        ),
    ]
    ended = {each.subject for each in COUNTRY.every_relation("pcn-u00003", "succeeds", "in")}
    assert ended == {"pcn-u00002"}


def test_a_network_in_two_locations_loses_nothing() -> None:
    """It is part of both, with its counts; each of its practices is part of its own location too."""
    rows = [*SECOND[:3], ("A00009", "FAR PRACTICE", "U00001", "02B", "QBB")]
    graph = model(tomls(imported(snapshot(official(rows, "01Jan2022", new=True)))))
    notes = {each.object: each.evidence.note for each in graph.relations("pcn-u00001", "part_of", "out")}
    assert notes == {
        "sub-icb-01a": "2 of its 3 practices in January 2022.",
        "sub-icb-02b": "1 of its 3 practices in January 2022.",
    }
    assert parents(graph, "gp-a00009") == {"pcn-u00001", "sub-icb-02b"}
    assert parents(graph, "gp-a00003") == {"pcn-u00002"}


def test_what_is_missing_in_between_is_not_shown_then() -> None:
    """A practice that is in the first and the third list but not in the second has no end, and is not among those of the second."""
    third = snapshot(official(FIRST, "01Jan2023"))
    graph = model(tomls(imported(ONE, TWO, third)))
    assert practices(graph.as_of("2022-01")) == {row[0] for row in SECOND}
    assert practices(graph.as_of("2023-01")) == practices(graph) == {row[0] for row in FIRST}
    assert graph.value("gp-y00005", "end_date") is None


def test_lists_one_after_the_other_in_any_order_say_the_same() -> None:
    """Each list alone, the later one first: every table says what it says when all are imported at once, in the same file."""
    first = imported(TWO)
    second = imported(ONE, known=[TWO], texts=tomls(first))
    one_by_one = tomls(second, tomls(first))
    assert one_by_one.keys() == BOTH.keys()
    for name, text in BOTH.items():
        for tables in tomli.loads(text).values():
            for each in tables:
                assert table(one_by_one, name, each["id"]) == each
    again = imported(TWO, known=[ONE, TWO], texts=one_by_one)
    assert (tomls(again), again.new, again.changed) == ({}, 0, 0)


def test_what_people_wrote_stays() -> None:
    """A later list changes what an import wrote, in its place; names, keys, entries and comments of people stay where they are."""
    before = tomls(imported(ONE))
    text = before["system-qaa.toml"]
    assert text.count('value = "The Elm Surgery"') == 1
    by_hand = (
        text.replace(
            'name = [{ value = "The Elm Surgery"', '# by Jo\nname = [{ value = "Elm Surgery (Elm Road)"'
        )
        .replace(
            'part_of = "pcn-u00001"\nidentifiers = [{ identifier = "A00001"',
            'part_of = ["pcn-u00001", "pcn-u00002"] # both\nidentifiers = [{ identifier = "A00001"',
        )
        .replace(
            'tier = "neighbourhood"\npart_of = "ccg-01a"',
            'tier = "neighbourhood"\npart_of = [\n    { to = "ccg-01a" }, # see its minutes\n]\nsummary = "Ours"',
        )
    )
    assert by_hand != text
    result = imported(TWO, known=[ONE], texts={**before, "system-qaa.toml": by_hand})
    after = result.files["system-qaa.toml"]
    assert (
        '# by Jo\nname = [{ value = "Elm Surgery (Elm Road)", note = "The list writes THE ELM SURGERY." }]\n'
        in after
    )
    assert 'part_of = ["pcn-u00001", "pcn-u00002"] # both\n' in after
    assert (
        'part_of = [\n    { to = "ccg-01a", end_date = "[2020-09-01..2021-12-31]", basis = "inferred", '
        'sources = ["registered-practices-2020-09#rows"], '
        'note = "The lists state it; that it ended is read from that of January 2022." }, # see its minutes\n'
        '    { to = "sub-icb-01a", sources = ["registered-practices-2022-01#rows"] },\n]\nsummary = "Ours"'
        in after
    )
    assert model({**before, **tomls(result), "system-qaa.toml": after})
    again = imported(TWO, known=[ONE, TWO], texts={**before, **tomls(result)})
    assert again.files.keys() == {"lists/registered-practices-2022-01.csv"}


def test_a_table_goes_to_the_file_of_its_new_board_with_what_people_wrote() -> None:
    """A network under another board stands in the file of that board, with keys and comments inside its table."""
    before = tomls(imported(ONE))
    text = before["system-qaa.toml"].replace(
        'id = "pcn-u00002"\n', 'id = "pcn-u00002"\n# ours\nsummary = "Kept"\n'
    )
    result = imported(TWO, known=[ONE], texts={**before, "system-qaa.toml": text})
    assert 'pcn-u00002"\n# ours' not in result.files["system-qaa.toml"]
    moved = table(tomls(result), "system-qbb.toml", "pcn-u00002")
    assert moved["summary"] == "Kept"
    assert '\n[[partnership]]\nid = "pcn-u00002"\n# ours\n' in result.files["system-qbb.toml"]
    plain = imported(TWO, known=[ONE], texts=before)
    assert {**moved, "summary": 0} == {**table(tomls(plain), "system-qbb.toml", "pcn-u00002"), "summary": 0}


def test_what_somebody_took_away_stays_away() -> None:
    """A table that is deleted by hand is not written again; a file that is deleted is."""
    before = tomls(imported(ONE))
    text = before["system-qaa.toml"]
    begin = text.index('[[organisation]]\nid = "gp-y00005"')
    rest = text[begin:].partition("\n\n")[2]
    texts = {**before, "system-qaa.toml": text[:begin] + rest}
    again = tomls(imported(ONE, known=[ONE], texts=texts), texts)
    assert "gp-y00005" not in model(again)
    del texts["system-qaa.toml"]
    assert "gp-y00005" in model(tomls(imported(ONE, known=[ONE], texts=texts), texts))


def test_the_licence_is_with_the_source() -> None:
    """Each list is a source with its day and its licence."""
    source = COUNTRY.entity("registered-practices-2020-09")
    assert source.plain("licence") == "Open Government Licence v3.0"
    assert source.plain("presented") == parse_date("2020-09-01")
    assert "Contains information from NHS England" in str(source.plain("summary"))


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans())
def test_any_edits_by_hand_stay(chance: random.Random, windows: bool) -> None:  # noqa: FBT001 - drawn
    """Comments, keys and entries written anywhere stay through a later list, which is imported a second time without a change."""
    texts = tomls(imported(ONE))
    written: list[str] = []
    for name in sorted(texts):
        lines = texts[name].split("\n")
        for number in sorted(chance.sample(range(len(lines)), k=min(6, len(lines))), reverse=True):
            note = f"note {name} {number}"
            line = lines[number]
            if line.startswith("[["):
                lines[number] = f"# {note}\n{line}"
            elif line.startswith("id = "):
                lines[number] = f'{line}\ntopics = ["{note}"]'
            elif line.startswith(("part_of = [{", "identifiers = [{", "name = [{")) and line.endswith("}]"):
                lines[number] = chance.choice(
                    (f"{line} # {note}", line[:-1].replace("= [", "= [\n    ") + f", # {note}\n]")
                )
            elif line.startswith('part_of = "'):
                lines[number] = f'part_of = [{line[10:]}, {{ to = "country-england", note = "{note}" }}]'
            elif " = " in line:
                lines[number] = f"{line} # {note}"
            else:
                continue
            written.append(note)
        texts[name] = ("\r\n" if windows else "\n").join("\n".join(lines).split("\n"))
    model(texts)
    after = tomls(imported(TWO, known=[ONE], texts=texts), texts)
    model(after)
    together = "".join(after.values())
    assert [each for each in written if each not in together] == []
    again = imported(TWO, known=[ONE, TWO], texts=after)
    assert tomls(again) == {}

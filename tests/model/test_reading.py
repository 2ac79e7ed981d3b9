"""What the loader refuses, and how it says so."""

from collections.abc import Callable

import pytest

from tiers.model import Graph, Mistake, ModelError, load
from tiers.model.format import KINDS, RELATIONS, keys_of

Mistakes = Callable[..., list[Mistake]]

HEAD = '[[organisation]]\nid = "council"\nname = "Council"\n'


def said(found: list[Mistake]) -> list[str]:
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + "name = 3",
            (
                "model.toml:4:1: the key `name` is given twice; the first is in line 3 "
                "(hint: keep one of them)"
            ),
        ),
        (
            '[[organisation]]\nid = "a"\nname = 3\n',
            (
                "model.toml:3:8: `name` wants text in quotes or a list of tables with `value`, not the number 3 "
                "(hint: put it in quotes)"
            ),
        ),
        (
            HEAD + "order = true\n",
            "model.toml:4:9: `order` wants a whole number, not `true`",
        ),
        (
            HEAD + 'order = "1"\n',
            'model.toml:4:9: `order` wants a whole number, not the text "1" (hint: take off the quotes)',
        ),
        (
            HEAD + "start_date = 2020-02-24\n",
            (
                "model.toml:4:14: `start_date` wants a date in quotes or a list of tables with `value`, "
                "not a TOML date without quotes (hint: put it in quotes)"
            ),
        ),
        (
            HEAD + 'start_date = "24.2.2020"\n',
            (
                'model.toml:4:14: `start_date` cannot be "24.2.2020": expected a date such as `2022`, `2022-02`, '
                "`2022-02-24`, `2021-06~`, `2021-07/2021-12` "
                '(hint: write `"2020-02-24"`)'
            ),
        ),
        (
            HEAD + 'tier = "plce"\n',
            (
                'model.toml:4:8: `tier` cannot be "plce"; it is one of `national`, `region`, `system`, `place`, '
                "`neighbourhood` (hint: did you mean `place`?)"
            ),
        ),
        (
            HEAD + 'sumary = "x"\n',
            "model.toml:4:1: organisation `council` has no key `sumary` (hint: did you mean `summary`?)",
        ),
        (
            '[[organisation]]\nid = "Council"\nname = "Council"\n',
            (
                'model.toml:2:6: "Council" is not an id (hint: write `council`; use at most 200 lower-case letters, '
                "digits and hyphens, and begin with a letter or digit)"
            ),
        ),
        (
            '[[organisation]]\nid = "unknown"\nname = "Council"\n',
            "model.toml:2:6: `unknown` is a word of the format and cannot be an id",
        ),
        (
            '[[organisation]]\nname = "Council"\n',
            (
                "model.toml:1:1: this organisation needs the key `id` (hint: use at most 200 lower-case letters, digits and "
                "hyphens, and begin with a letter or digit)"
            ),
        ),
        (
            '[[organisation]]\nid = "council"\n',
            "model.toml:1:1: organisation `council` needs the key `name`",
        ),
        (
            '[organisation]\nid = "council"\n',
            "model.toml:1:2: `organisation` wants a list of tables, not a table (hint: write `[[organisation]]`)",
        ),
        (
            "[[organisaton]]\n",
            "model.toml:1:3: there is no kind `organisaton` (hint: did you mean `organisation`?)",
        ),
        (
            HEAD + 'part_of = "cuncil"\n',
            "model.toml:4:11: `part_of` names `cuncil`, and no entity has that id (hint: did you mean `council`?)",
        ),
        (
            HEAD + 'part_of = { to = "council" }\n',
            (
                "model.toml:4:11: `part_of` wants an id, a list of ids or a list of tables, not a table "
                "(hint: write `part_of = [{ … }]`)"
            ),
        ),
        (
            HEAD + 'member_of = [{ to = "council", vote = true }]\n',
            "model.toml:4:32: a relation `member_of` has no key `vote` (hint: write `voting`)",
        ),
        (
            HEAD + 'in_layer = "council"\n',
            "model.toml:4:12: `in_layer` wants a layer, and `council` is of the kind organisation",
        ),
        (
            HEAD + 'sources = ["nowhere"]\n',
            (
                "model.toml:4:12: `sources` names `nowhere`, and no source has that id "
                '(hint: begin a table `[[source]]` with `id = "nowhere"`, or write the id of another source)'
            ),
        ),
        (
            HEAD + 'sources = ["no where"]\n',
            (
                'model.toml:4:12: "no where" is not a source id with a locator (hint: write `"source-id#locator"`, '
                "with the id and one of the `locators` of the source)"
            ),
        ),
        (
            HEAD + 'summary = "a\\u0007b"\n',
            (
                "model.toml:4:11: `summary` has the character U+0007, which may not stand in text "
                "(hint: write one line, without control characters or direction marks)"
            ),
        ),
        (
            HEAD + 'summary = "a\\u202Eb"\n',
            (
                "model.toml:4:11: `summary` has the character U+202E, which may not stand in text "
                "(hint: write one line, without control characters or direction marks)"
            ),
        ),
        (
            HEAD + 'summary = " "\n',
            "model.toml:4:11: `summary` is empty (hint: leave the key out)",
        ),
        (
            HEAD + 'other_names = [{ nam = "x" }]\n',
            "model.toml:4:18: a claim of `other_names` has no key `nam` (hint: did you mean `name`?)",
        ),
        (
            HEAD + 'identifiers = [{ identifier = "E1" }]\n',
            'model.toml:4:16: a claim of `identifiers` needs the key `scheme` (hint: write `scheme = "ODS"`, say)',
        ),
        (
            "file = 3\n" + HEAD,
            "model.toml:1:1: `file` wants a table, not the number 3 (hint: write `[file]`)",
        ),
    ],
)
def test_one_mistake(mistakes_of: Mistakes, text: str, message: str) -> None:
    """Each sort of mistake is told once, at its line and column, with what was expected."""
    assert message in said(mistakes_of(text))


def test_columns_are_characters(mistakes_of: Mistakes) -> None:
    """A column counts characters and not bytes."""
    found = mistakes_of(HEAD + 'part_of = [{ note = "Äöü€𝄞", to = "nowhere" }]\n')

    assert [(each.line, each.column, each.code) for each in found] == [(4, 35, "dangling-reference")]


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ('[\n  {\n    to = "nowhere",\n  },\n]', (6, 10)),
        ('[{ note = "\\x41", to = "nowhere" }]', (4, 34)),
    ],
)
def test_what_toml_1_1_allows(mistakes_of: Mistakes, value: str, place: tuple[int, int]) -> None:
    """A mistake beside an inline table over several lines, or an escape by two digits, is told at its place."""
    found = mistakes_of(HEAD + f"part_of = {value}\n")

    assert [(each.line, each.column, each.code) for each in found] == [(*place, "dangling-reference")]


def test_both_places_of_a_double_id(mistakes_of: Mistakes) -> None:
    """An id that two entities bear is told with both places."""
    found = mistakes_of(a=HEAD, b='\n[[body]]\nid = "council"\nname = "Another"\n')

    assert said(found) == [
        (
            "b.toml:3:6: the id `council` is borne by the organisation at a.toml:2 too "
            "(hint: give one of them another id; where both are one, put all keys into one table)"
        )
    ]


def test_a_ring_of_containment(mistakes_of: Mistakes) -> None:
    """Entities that are part of one another are refused with the whole ring named."""
    found = mistakes_of(
        '[[body]]\nid = "a"\nname = "A"\npart_of = "b"\n'
        '[[body]]\nid = "b"\nname = "B"\npart_of = "c"\n'
        '[[body]]\nid = "c"\nname = "C"\npart_of = ["a"]\n'
    )

    assert said(found) == [
        "model.toml:4:11: `a` is part of itself: `a` > `b` > `c` > `a` (hint: take one of these out)"
    ]


def test_two_parents_are_no_ring(mistakes_of: Mistakes) -> None:
    """An entity may be part of several that are part of the same."""
    found = mistakes_of(
        '[[body]]\nid = "a"\nname = "A"\npart_of = ["b", "c"]\n'
        '[[body]]\nid = "b"\nname = "B"\npart_of = "d"\n'
        '[[body]]\nid = "c"\nname = "C"\npart_of = "d"\n'
        '[[body]]\nid = "d"\nname = "D"\n'
    )

    assert found == []


def test_twelve_mistakes_in_three_files(mistakes_of: Mistakes) -> None:
    """Every mistake of every file is told in one run, each at its own line and column."""
    found = mistakes_of(
        a=('[[partnership]]\nid = "harrow"\nname = 3\ntier = "borough"\nstatuss = "active"\n[[bodies]]\n'),
        b=(
            "[[body]]\n"
            'id = "board"\n'
            'part_of = ["harow"]\n'
            'decides = "maybe"\n'
            '\n[[body]]\nid = "board"\nname = "Second"\n'
            'sources = ["nowhere#x"]\n'
        ),
        c=(
            "[[organisation]]\n"
            'id = "Council"\n'
            'name = "Council"\n'
            'start_date = "soon"\n'
            'member_of = [{ role = "chair" }]\n'
        ),
    )

    assert [(each.file, each.line, each.column, each.code) for each in found] == [
        ("a.toml", 3, 8, "wrong-type"),
        ("a.toml", 4, 8, "wrong-choice"),
        ("a.toml", 5, 1, "unknown-key"),
        ("a.toml", 6, 3, "unknown-table"),
        ("b.toml", 1, 1, "missing-key"),
        ("b.toml", 3, 12, "dangling-reference"),
        ("b.toml", 4, 11, "wrong-choice"),
        ("b.toml", 7, 6, "duplicate-id"),
        ("b.toml", 9, 12, "dangling-reference"),
        ("c.toml", 2, 6, "wrong-id"),
        ("c.toml", 4, 14, "wrong-date"),
        ("c.toml", 5, 14, "missing-key"),
    ]


def test_a_citation_without_a_place_is_a_warning(mistakes_of: Mistakes) -> None:
    """A statement that names a document and no place in it is asked for one and loads all the same."""
    source = '[[source]]\nid = "doc"\nname = "Doc"\nwritten = "2024"\nlocators = { p1 = "Paragraph 1" }\n'
    found = mistakes_of(source + HEAD + 'sources = ["doc"]\n')

    assert [(each.severity, each.code, each.line, each.column) for each in found] == [
        ("warning", "no-locator", 9, 12)
    ]


def test_an_unknown_place_in_a_source(mistakes_of: Mistakes) -> None:
    """A locator that its source does not have is refused, and the nearest one named."""
    source = '[[source]]\nid = "doc"\nname = "Doc"\nlocators = { para-1 = "Paragraph 1" }\n'
    found = mistakes_of(source + HEAD + 'sources = ["doc#para1"]\n')

    assert said(found) == [
        'model.toml:8:12: the source `doc` has no locator "para1" (hint: did you mean `para-1`?)'
    ]


def test_a_wrong_citation_is_told_at_its_place_in_the_list(mistakes_of: Mistakes) -> None:
    """Of several sources the one that is wrong is named by its own line and column, in every table that has sources."""
    found = mistakes_of(
        '[file]\nsources = ["doc#p1", "nobody"]\n'
        '[[source]]\nid = "doc"\nname = "Doc"\nlocators = { p1 = "Paragraph 1" }\n'
        '[[body]]\nid = "a"\nname = "A"\n'
        'sources = ["doc#p1", "nowhere#x",\n    "doc#p2"]\n'
        'members = [{ id = "b", sources = ["doc#p1", "doc"] }]\n'
        '[[body]]\nid = "b"\nname = [{ value = "B", sources = ["doc#p1", "gone#x"] }]\nsources = "nothing#x"\n'
    )

    assert [(each.line, each.column, each.message) for each in found] == [
        (2, 22, "`sources` names `nobody`, and no source has that id"),
        (10, 22, "`sources` names `nowhere`, and no source has that id"),
        (11, 5, 'the source `doc` has no locator "p2"'),
        (12, 45, "`doc` is cited without a place in it"),
        (15, 45, "`sources` names `gone`, and no source has that id"),
        (16, 11, "`sources` names `nothing`, and no source has that id"),
    ]


def test_load_raises_all(write: Callable[..., object]) -> None:
    """`load` raises one error that bears every mistake."""
    directory = write(HEAD + "order = true\ntopics = 1\n")

    with pytest.raises(ModelError) as caught:
        load(str(directory))

    assert [each.code for each in caught.value.mistakes] == ["wrong-type", "wrong-type"]


def test_unknown_is_a_silence_unless_a_source_is_said_to_state_it(graph_of: Callable[[str], Graph]) -> None:
    """`unknown` is read as `not_stated` wherever the inline table around it does not say `basis = "stated"` itself."""
    stated = 'basis = "stated", sources = ["s"]'
    graph = graph_of(
        '[[source]]\nid = "s"\nname = "S"\n[[body]]\nid = "y"\nname = "Y"\n'
        '[[body]]\nid = "x"\nname = "X"\nbasis = "stated"\ndecides = "unknown"\naccountable_to = ["unknown"]\n'
        f'legal_form = [{{ value = "unknown", {stated} }}]\nmembers = "unknown"\n'
        f'reports_to = [{{ to = "unknown", {stated} }}]\n'
        'delegated_by = [{ id = "y", function = "unknown", extent = { agreed = true, text = "unknown" } },'
        f' {{ id = "y", legal_basis = "unknown", extent = {{ text = "unknown" }}, {stated} }}]\n'
    )

    assert (graph.value("x", "decides"), graph.value("x", "legal_form")) == ("not_stated", "unknown")
    assert [each.object for each in graph.relations("x", "accountable_to", "out")] == ["not_stated"]
    assert [each.subject for each in graph.relations("x", "member_of", "in")] == ["not_stated"]
    assert [each.object for each in graph.relations("x", "reports_to", "out")] == ["unknown"]
    assert [each.details for each in graph.relations("x", "delegates_to", "in")] == [
        {"function": "not_stated", "extent": {"agreed": True, "text": "not_stated"}},
        {"legal_basis": "unknown", "extent": {"text": "unknown"}},
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_every_key_of_a_kind_is_read(mistakes_of: Mistakes, kind: str) -> None:
    """What the page of the format gives as an example of a key, its own or inside an inline table, is read."""
    for key in keys_of(kind).values():
        if key.name in {"id", "sources"}:
            continue
        parts = "".join(f", {part.name} = {part.example}" for part in key.parts)
        written = key.example if key.claims == "no" else f"[{{ {key.main} = {key.example}{parts} }}]"
        found = mistakes_of(f'[[{kind}]]\nid = "x"\n{key.name} = {written}\n')
        wrong = [
            each for each in found if each.code not in {"missing-key", "dangling-reference", "uncited-source"}
        ]
        assert wrong == [], (key.name, written)


@pytest.mark.parametrize("name", RELATIONS)
def test_the_example_of_every_detail_of_a_relation_is_read(mistakes_of: Mistakes, name: str) -> None:
    """What the page of the format gives as an example of a key inside the inline table of a relation is read."""
    relation = RELATIONS[name]
    parts = "".join(f", {part.name} = {part.example}" for part in relation.parts)
    bearer = relation.subjects[0] if relation.subjects else "body"
    found = mistakes_of(f'[[{bearer}]]\nid = "x"\nname = "X"\n{name} = [{{ to = "y"{parts} }}]\n')
    assert [each for each in found if each.code != "dangling-reference"] == []


def test_a_reference_inside_a_table_is_checked(mistakes_of: Mistakes) -> None:
    """Who decides above the limit of a delegation has to be an entity of the model, and is pointed at."""
    found = mistakes_of(
        '[[body]]\nid = "a"\nname = "A"\n[[body]]\nid = "b"\nname = "B"\n'
        'delegated_by = [{ id = "a", limit = { up_to = 75000, unit = "£", above = "boardd" } }]\n'
    )
    assert [(each.code, each.line, each.column) for each in found] == [("dangling-reference", 7, 74)]


_TWO = (
    '[[source]]\nid = "a"\nname = "A"\nwritten = "2024"\n[[source]]\nid = "b"\nname = "B"\nwritten = "2024"\n'
)


@pytest.mark.parametrize(
    ("cited", "own", "found"),
    [
        ('["a", "b"]', "", [("warning", "which-source", 11)]),
        ('["a", "b"]', 'sources = ["a"]\n', []),
        ('["a"]', 'sources = ["b"]\n', []),
    ],
)
def test_of_several_sources_of_a_file_an_entity_says_which(
    mistakes_of: Mistakes, cited: str, own: str, found: list[tuple[str, str, int]]
) -> None:
    """Where a file cites several documents, an entity without sources of its own is warned of, and no source is."""
    told = mistakes_of(f"[file]\nsources = {cited}\n{_TWO}{HEAD}{own}")
    assert [(each.severity, each.code, each.line) for each in told] == found

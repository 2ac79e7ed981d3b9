"""A model of a body, a seat and a post in every form in which they may be written, and every kind of row of a later list."""

HEADER = "Committee,Organisation,Name,Post,Role,Capacity,Voting,Deputy,Term ends,Since,Until\n"
HEAD = """\
[file]
sources = ["terms"]

[[source]]
id = "terms"
name = "Terms"
presented = "2024-03-05"
locators = { members = "Section 2" }

[[source]]
id = "minutes"
name = "Minutes"
presented = "2025-01-10"
locators = { present = "Present" }

[[source]]
id = "older"
name = "Older terms"
presented = "2020-06-01"

[[source]]
id = "undated"
name = "A list without a day"

[[organisation]]
id = "council"
name = "Elm Council"
MEMBER_OF
[[organisation]]
id = "trust"
name = "Elm Trust"

[[person]]
id = "jo"
name = "Jo Ash"

[[person]]
id = "al"
name = "Al Oak"

[[post]]
id = "lead"
name = "Lead"
post_in = "trust"
held_by = HELD
[[body]]
id = "board"
name = "Elm Board"
BODY"""
SEATS = {
    "an id": 'members = "council"',
    "ids": 'members = ["council", "lead"]',
    "an id in a list of lines": 'members = [\n    "council", # since ever\n    "lead",\n]',
    "tables": 'members = [{ id = "council", capacity = "chair", voting = true, deputy = "jo", term_ends = "2025" }, "lead"]',
    "own sources": 'members = [{ id = "council", voting = true, sources = ["terms#members"] }, "lead"]',
    "inferred": 'members = [{ id = "council", voting = true, basis = "inferred", note = "By the plan." }, "lead"]',
    "dated": 'members = [{ id = "council", voting = true, as_at = "2023-05" }, "lead"]',
    "with a start": 'members = [{ id = "council", voting = true, start_date = "2021-04-01" }, "lead"]',
    "none": 'members = "none"',
    "a list of none": 'members = ["none"]',
    "not stated": 'members = "not_stated"',
    "nobody with a role": 'members = [{ id = "none", role = "Adviser", voting = true }, "council", "lead"]',
    "tables of their own": '[[body.members]]\nid = "council"\nvoting = true\n\n[[body.members]]\nid = "lead"',
    "from the other end": "",
}
"""The seats of the council and of a post, in each form in which they may be written."""

HELD = {
    "somebody": '"jo"',
    "somebody with a source": '[{ id = "jo", sources = ["terms#members"] }]',
    "none": '"none"',
    "a list of none": '["none"]',
    "none with a source": '[{ id = "none", sources = ["terms#members"], note = "To be filled." }]',
    "unknown": '[{ id = "unknown", basis = "stated" }]',
    "not stated": '"not_stated"',
    "not stated with a note": '[{ id = "not_stated", note = "The page is cut." }]',
    "one after the other": '[{ id = "al", end_date = "2023" }, { id = "none", start_date = "2023" }]',
}
FORMS = (*((each, "somebody") for each in SEATS), *(("ids", each) for each in HELD))

ROWS = {
    "another vote": "Elm Board,Elm Council,,,,,no,,,,",
    "another capacity": "Elm Board,Elm Council,,,,Vice-chair,yes,,,,",
    "a role more": "Elm Board,Elm Council,,,Adviser,,yes,,,,",
    "a deputy more": "Elm Board,Elm Council,,,,,,Al Oak,,,",
    "another term": "Elm Board,Elm Council,,,,Chair,yes,,2027-05-31,,",
    "a start": "Elm Board,Elm Council,,,,,,,,2024-06-01,",
    "an end": "Elm Board,Elm Council,,,,,,,,,2024-11-30",
    "all at once": "Elm Board,Elm Council,,,,Chair,no,Al Oak,2026,2024-06-01,",
    "the same": "Elm Board,Elm Council,,,,,,,,,",
    "another holder": "Elm Board,Elm Trust,Al Oak,Lead,,,yes,,,,",
    "the same holder": "Elm Board,Elm Trust,Jo Ash,Lead,,,yes,,,,",
    "a vacant post": "Elm Board,Elm Trust,Vacant,Lead,,,,,,,",
    "somebody for nobody": "Elm Board,,Al Oak,,Adviser,,yes,,,,",
    "a new member": "Elm Board,Elm Hospice,,,Observer,,no,,,,",
    "a new post": "Elm Board,Elm Trust,Cy Elm,Director of Nursing,,,yes,,,,",
}
"""Each kind of row that an edited list may have."""


def model(seats: str, held: str) -> str:
    """Return a model with the seats of one form, and the holder of a post in another."""
    text = HEAD.replace("BODY", f"{SEATS[seats]}\n").replace("HELD", HELD[held])
    other = seats == "from the other end"
    return text.replace("MEMBER_OF", 'member_of = [{ to = "board", voting = true }]\n' if other else "")

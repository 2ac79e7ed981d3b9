"""The mistake codes, such as `unknown-key`, each explained with an example: `tiers check --explain`."""

from collections.abc import Mapping
from types import MappingProxyType

from .code import Code, in_body
from .rules import CODES as RULES

_TRUST = '[[organisation]]\nid = "trust"\nname = "Trust"\n'
_VOTING = '[[body]]\nid = "board"\nname = "Board"\nmembers = [{ id = "trust", voting = true }]\n'
_SOURCE = (
    '[[source]]\nid = "minutes"\nname = "Minutes"\npresented = "2024-03-05"\nlocators = { p2 = "Page 2" }\n\n'
)
_SLIDES = '[[source]]\nid = "slides"\nname = "Slides"\npresented = "2024-03-05"\n\n'
_NAMED = '[[body]]\nid = "board"\nname = "Board"\n'

_SHAPES: Mapping[str, Code] = MappingProxyType(
    {
        "backslash": Code(
            "In double quotes a backslash begins an escape, such as `\\n` for a new line; any other is refused.",
            *in_body('summary = "See C:\\Users"', "summary = 'See C:\\Users'"),
        ),
        "cannot-read": Code(
            "A file or directory that was named is not there, or may not be read.",
            "tiers check nowhere.toml",
            "name a file that is there",
            toml=False,
        ),
        "conflict-mark": Code(
            "Git marks where two versions of a file conflict; the marks are no part of the model.",
            *in_body("<<<<<<< HEAD\norder = 1\n=======\norder = 2\n>>>>>>> other", "order = 1"),
        ),
        "copied-file": Code(
            "Most ids of a file are those of another file too: a copy of it that was left in the directory of the model.",
            "tiers check model/",
            "move the copy out of the directory",
            toml=False,
        ),
        "curly-quote": Code(
            "Word processors write curly quotes; TOML knows only straight ones.",
            *in_body("summary = “Meets monthly”", 'summary = "Meets monthly"'),
        ),
        "cycle": Code(
            "What is part of something cannot contain it too, at any distance.",
            '[[body]]\nid = "a"\nname = "A"\npart_of = "b"\n\n[[body]]\nid = "b"\nname = "B"\npart_of = "a"\n',
            '[[body]]\nid = "a"\nname = "A"\n\n[[body]]\nid = "b"\nname = "B"\npart_of = "a"\n',
        ),
        "dangling-reference": Code(
            "A key names an id that no entity of the model has.",
            *in_body('part_of = "councl"', 'part_of = "council"', '[[organisation]]\nid = "council"\nname = "C"\n\n'),
        ),
        "dotted-locator": Code(
            "The name of a place in a source has a dot: TOML makes a table of what stands before the dot, and no id has one.",
            _SLIDES.removesuffix("\n") + 'locators = { 1.1 = "Paragraph 1.1" }\n\n' + _NAMED + 'sources = ["slides#1.1"]\n',
            _SLIDES.removesuffix("\n") + 'locators = { 1-1 = "Paragraph 1.1" }\n\n' + _NAMED + 'sources = ["slides#1-1"]\n',
        ),
        "duplicate-id": Code(
            "An id names one entity in all files of a model; here two have the same.",
            f"{_NAMED}\n{_NAMED}",
            f'{_NAMED}\n[[body]]\nid = "board-2"\nname = "Second Board"\n',
        ),
        "empty-text": Code(
            "A text with nothing in it says nothing; a key that has nothing to say is left out.",
            *in_body('summary = ""', 'summary = "Meets monthly."'),
        ),
        "key-twice": Code(
            "A table can have a key once.",
            *in_body("order = 1\norder = 2", "order = 1"),
        ),
        "missing-comma": Code(
            "Entries of a list and of an inline table are separated by commas.",
            *in_body('other_names = ["One" "Two"]', 'other_names = ["One", "Two"]'),
        ),
        "missing-equals": Code(
            "A line is a key, an equals sign and a value; a comment begins with `#`.",
            *in_body("order: 1", "order = 1"),
        ),
        "missing-key": Code(
            "A kind of entity or of detail has keys that it cannot do without.",
            '[[body]]\nid = "board"\n',
            _NAMED,
        ),
        "missing-quotes": Code(
            "Text needs straight quotes, and so does a key with more than a to z, digits, `-` and `_`.",
            *in_body("summary = Meets monthly", 'summary = "Meets monthly"'),
        ),
        "missing-schema": Code(
            "The schema file that a `#:schema` line names is not there, so that an editor marks nothing.",
            "tiers check model.toml",
            "write it with `tiers schema -o tiers.schema.json`, or take the line out",
            toml=False,
        ),
        "missing-value": Code(
            "An equals sign has a value after it; what nobody says is left out, or is `not_stated`.",
            *in_body("decides =", 'decides = "not_stated"'),
        ),
        "no-entities": Code(
            "The files of the model have no entity in them.",
            "# nothing yet\n",
            _NAMED,
        ),
        "no-files": Code(
            "A directory that was named has no file whose name ends in `.toml`, nor has any below it.",
            "tiers check empty/",
            "name the directory that has the model",
            toml=False,
        ),
        "no-locator": Code(
            "A source with places in it is cited as a whole; a reader cannot find the passage.",
            *in_body('sources = ["minutes"]', 'sources = ["minutes#p2"]', _SOURCE),
            warning=True,
        ),
        "not-a-file": Code(
            "What was named is a pipe, a socket or a device, and reading it might never end.",
            "tiers check /dev/zero",
            "name a TOML file; `-` reads standard input",
            toml=False,
        ),
        "not-text": Code(
            "The file is packed, or is a document of another program.",
            "tiers check model.toml.gz",
            "unpack it, or save the model as plain text",
            toml=False,
        ),
        "not-utf-8": Code(
            "TOML is text in UTF-8; the file is in another encoding, or was cut off.",
            "tiers check saved-as-utf-16.toml",
            "save the file as UTF-8",
            toml=False,
        ),
        "number-range": Code(
            "A whole number has at most 64 bits; programs that read longer ones would round them.",
            *in_body("order = 99999999999999999999", "order = 9"),
        ),
        "old-schema": Code(
            "The schema file that an editor reads with the model is of another version of tiers: the editor may mark what is right.",
            "tiers check model.toml",
            "write it again with `tiers schema -o tiers.schema.json`",
            toml=False,
        ),
        "ends-disagree": Code(
            "Two ends of one seat give it another vote or number; it is one seat, and its vote or number is told as disputed.",
            f'{_TRUST}member_of = [{{ to = "board", voting = false }}]\n\n{_VOTING}',
            f"{_TRUST}\n{_VOTING}",
            warning=True,
        ),
        "said-twice": Code(
            "The same relation, written from both ends or twice, is one; it is counted once, with the evidence of both.",
            *in_body('members = ["trust", "trust"]', 'members = ["trust"]', '[[organisation]]\nid = "trust"\nname = "Trust"\n\n'),
            warning=True,
        ),
        "table-twice": Code(
            "A name in single brackets is one table and is given once; one in double brackets is one of several, each time.",
            f'{_NAMED}\n[body]\nid = "forum"\nname = "Forum"\n',
            f'{_NAMED}\n[[body]]\nid = "forum"\nname = "Forum"\n',
        ),
        "toml": Code(
            "The text breaks a rule of TOML; the message says which.",
            *in_body("order = 1,", "order = 1"),
        ),
        "too-deep": Code(
            "Lists and tables are nested far deeper than a model has use for.",
            f"x = {'[' * 500}{']' * 500}\n",
            _NAMED,
        ),
        "too-long": Code(
            "A name has more than 500 characters, or another text more than 20,000: no tree or table can show it.",
            "tiers check long-name.toml",
            "put the name in a few words, and the rest in `summary`",
            toml=False,
        ),
        "too-large": Code(
            "A file has more bytes than are read.",
            "tiers check huge.toml",
            "split the model into several files",
            toml=False,
        ),
        "too-many": Code(
            "A model has at most 2,000,000 entities, and a directory at most 1,000,000 files and folders, so that no model takes all memory.",
            "tiers check /",
            "name the directory that has the model",
            toml=False,
        ),
        "too-small": Code(
            "A number is smaller than what it counts can be: a seat is one at least.",
            *in_body(
                'members = [{ id = "council", seats = 0 }]',
                'members = [{ id = "council", seats = 3 }]',
                '[[organisation]]\nid = "council"\nname = "C"\n\n',
            ),
        ),
        "unclosed": Code(
            "A quote or a bracket is opened and never closed.",
            *in_body('summary = "Meets monthly', 'summary = "Meets monthly"'),
        ),
        "unknown-key": Code(
            "The table has no such key; mostly a slip of the pen, else a key of another kind.",
            *in_body('sumary = "Meets monthly"', 'summary = "Meets monthly"'),
        ),
        "unknown-locator": Code(
            "The source is there, and has no place of this name among its `locators`.",
            *in_body('sources = ["minutes#p3"]', 'sources = ["minutes#p2"]', _SOURCE),
        ),
        "unknown-table": Code(
            "There is no kind of entity with this name.",
            '[[boddy]]\nid = "board"\nname = "Board"\n',
            _NAMED,
        ),
        "unsafe-text": Code(
            "The text has an invisible character, one that a terminal may act on, or a letter with dozens of marks on it.",
            *in_body('summary = "a\\u0007b"', 'summary = "ab"'),
        ),
        "which-source": Code(
            "The file names several documents, and the entity does not say which of them speaks of it.",
            f'[file]\nsources = ["minutes", "slides"]\n\n{_SLIDES}{_SOURCE}{_NAMED}',
            f'[file]\nsources = ["minutes", "slides"]\n\n{_SLIDES}{_SOURCE}{_NAMED}sources = ["minutes#p2"]\n',
            warning=True,
        ),
        "wrong-choice": Code(
            "The key takes one of a few words, and this is none of them.",
            *in_body('status = "activ"', 'status = "active"'),
        ),
        "wrong-citation": Code(
            "A source is cited by its id, with `#` and a place in it.",
            *in_body('sources = ["the minutes"]', 'sources = ["minutes#p2"]', _SOURCE),
        ),
        "wrong-date": Code(
            "A date is a year, a month or a day as `2022-07-01`, about one with `~`, or a range with `/`.",
            *in_body('start_date = "1/7/2022"', 'start_date = "2022-07-01"'),
        ),
        "wrong-id": Code(
            "An id has lower-case letters, digits and hyphens, and begins with a letter or digit.",
            '[[body]]\nid = "The Board"\nname = "Board"\n',
            '[[body]]\nid = "the-board"\nname = "Board"\n',
        ),
        "wrong-kind": Code(
            "The relation leads to an entity of a kind that it cannot lead to.",
            *in_body('in_layer = "council"', 'part_of = "council"', '[[organisation]]\nid = "council"\nname = "C"\n\n'),
        ),
        "wrong-type": Code(
            "The value is a number where text is wanted, a text where a list is wanted, and so on.",
            *in_body('order = "1"', "order = 1"),
        ),
        "wrong-value": Code(
            "A value without quotes is a number, a date, `true` or `false`; this is none of them.",
            *in_body("start_date = 1/7/2022", 'start_date = "2022-07-01"'),
        ),
    }
)  # fmt: skip
"""The codes of mistakes in a file, a table or a value."""

CODES: Mapping[str, Code] = MappingProxyType(dict(sorted({**_SHAPES, **RULES}.items())))
"""All codes by name, in alphabetical order."""

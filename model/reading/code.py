"""The record of one code of mistake, such as `unknown-key`, with its explanation for `tiers check --explain`."""

import attrs


@attrs.frozen
class Code:
    """The explanation of one code of mistake.

    Attributes:
        meaning: What is wrong, and why it is refused or asks for a look.
        example: A model with the mistake; for what is wrong with a whole file, the command that meets it.
        instead: How to put it right; TOML where the example is TOML.
        toml: Whether the example is a model.
        warning: Whether it is a warning, which a file may allow.
    """

    meaning: str
    example: str
    instead: str
    toml: bool = True
    warning: bool = False


def in_body(wrong: str, right: str, before: str = "") -> tuple[str, str]:
    """Return two models that differ in the lines of one body."""
    head = '[[body]]\nid = "board"\nname = "Board"\n'
    return f"{before}{head}{wrong}\n", f"{before}{head}{right}\n"

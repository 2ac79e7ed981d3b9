"""The record of one mistake code, such as `unknown-key`, with its explanation for `tiers check --explain`."""

import attrs


@attrs.frozen
class Code:
    """The explanation of one mistake code.

    Attributes:
        meaning: What is wrong, and why it is refused or needs attention.
        example: A model with the mistake; for a mistake in a whole file, the command that reports it.
        instead: The correction; TOML where the example is TOML.
        toml: Whether the example is a model.
        warning: Whether it is a warning, which a file may allow.
    """

    meaning: str
    example: str
    instead: str
    toml: bool = True
    warning: bool = False


def in_body(wrong: str, right: str, before: str = "") -> tuple[str, str]:
    """Return two models that differ in the lines of one body: the wrong one and the right one."""
    head = '[[body]]\nid = "board"\nname = "Board"\n'
    return f"{before}{head}{wrong}\n", f"{before}{head}{right}\n"

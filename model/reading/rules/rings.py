"""The codes of rings of relations, which `reading/rings` finds."""

from collections.abc import Mapping

from ..code import Code, in_body

_CHANGE = (
    '[[body]]\nid = "old"\nname = "Old"\n\n[[body]]\nid = "new"\nname = "New"\n\n'
    '[[event]]\nid = "change"\nname = "Change"\noriginals = "old"\nresults = "{}"\n'
)


def _ring(back: str) -> str:
    """Return two bodies: the first is accountable to the second, and the second to a given one or to none."""
    return (
        '[[body]]\nid = "board"\nname = "Board"\naccountable_to = "council"\n\n'
        f'[[body]]\nid = "council"\nname = "Council"\n{back}'
    )


CODES: Mapping[str, Code] = {
    "ring": Code(
        "A chain of members, delegations, accountability or successions leads back to where it began. Papers do say so now and "
        "then; mostly one of the links is the wrong way round.",
        _ring('accountable_to = "board"\n'),
        _ring(""),
        warning=True,
    ),
    "to-itself": Code(
        "An entity is in a relation to itself, such as a body that is a member of itself.",
        *in_body('member_of = "board"', 'member_of = "council"', '[[body]]\nid = "council"\nname = "Council"\n\n'),
    ),
    "changed-into-itself": Code(
        "A change event ends a body and begins the same body. One that goes on under another name has two claims of its `name`.",
        _CHANGE.format("old"),
        _CHANGE.format("new"),
    ),
}  # fmt: skip
"""The codes of this family."""

"""The roles in a function, each with its words for who is, will be or was responsible."""

from collections.abc import Mapping
from types import MappingProxyType

from .keys import NOT_STATED, UNKNOWN
from .unchanging import Unchanging


class Mode(Unchanging):
    """A role in a function; in each text `{}` is the function.

    Attributes:
        name: The word in TOML.
        one: What one body does.
        many: What several do.
        base: What it is to do, after *to*.
        past: What one body did.
        past_many: What several did.
        asks: The question that it answers.
        decides: Whether the holder is the one who decides.
        delegated: Whether the holder has it from another.
        recommends: Whether the holder says what should be decided, and another decides.
        expected: Whether a reader expects to be told if no source names a holder.
    """

    name: str
    one: str
    many: str
    base: str
    past: str
    past_many: str
    asks: str = ""
    decides: bool = False
    delegated: bool = False
    recommends: bool = False
    expected: bool = False

    @property
    def label(self) -> str:
        """Its question as a label: `decides`, `holds it delegated`."""
        return self.asks.removeprefix("who ")

    @property
    def empowers(self) -> bool:
        """Whether it says what its holder may decide."""
        return self.decides or self.delegated

    @property
    def told(self) -> bool:
        """Whether a source says what the role is."""
        return self.name in MODES


def _regular(
    name: str,
    base: str,
    past: str,
    asks: str,
    *,
    decides: bool = False,
    delegated: bool = False,
    recommends: bool = False,
    expected: bool = False,
) -> Mode:
    """Return the mode for a verb that takes an `s` for one body: `decide about {}`."""
    verb, _, rest = base.partition(" ")
    one = f"{verb}s {rest}"
    return Mode(name, one, base, base, past, past, asks, decides, delegated, recommends, expected)


def _of_is(name: str, words: str, asks: str = "") -> Mode:
    """Return the mode for words that follow `is`: `consulted on {}`."""
    return Mode(
        name, f"is {words}", f"are {words}", f"be {words}", f"was {words}", f"were {words}", asks=asks
    )


_TABLE = (
    _regular(
        "reserves",
        "reserve the decision about {}",
        "reserved the decision about {}",
        "who reserves it",
        decides=True,
    ),
    _regular("decides", "decide about {}", "decided about {}", "who decides", decides=True, expected=True),
    _regular(
        "delegated",
        "hold {} by delegation",
        "held {} by delegation",
        "who holds it delegated",
        delegated=True,
        expected=True,
    ),
    _regular("recommends", "recommend on {}", "recommended on {}", "who recommends", recommends=True),
    _of_is("consulted", "consulted on {}", "who is consulted"),
    _regular("oversees", "oversee {}", "oversaw {}", "who oversees it", expected=True),
    _regular("assures", "give assurance on {}", "gave assurance on {}", "who assures it"),
    _regular("delivers", "deliver {}", "delivered {}", "who delivers it", expected=True),
)

MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _TABLE})
"""The roles in a function in display order; deciding comes first."""

ROLE_NOT_STATED = _of_is(NOT_STATED, "responsible for {}, role not stated")
"""The role if no source says what it is."""

ROLE_UNKNOWN = _of_is(UNKNOWN, "responsible for {}, role unknown (stated)")
"""The role if a source states that it is not known."""


def mode_of(name: object) -> Mode:
    """Return the mode with a name; for any other word one of the two modes without a known role."""
    return MODES.get(str(name), ROLE_UNKNOWN if name == UNKNOWN else ROLE_NOT_STATED)


def order_of(mode: Mode) -> int:
    """Return the position of a mode among all; one that is not known is last."""
    return [*MODES, UNKNOWN, NOT_STATED].index(mode.name)

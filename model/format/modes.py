"""The ways of having a function in hand, each with its words: what an answer says of who is, will be or was responsible."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from .keys import UNKNOWN


@attrs.frozen(eq=False, repr=False)
class Mode:
    """A way of having a function in hand; in each text `{}` stands for the function.

    Attributes:
        name: As written in TOML.
        one: What one body does.
        many: What several do.
        base: What it is to do, after *to*.
        past: What one body did.
        past_many: What several did.
        decides: Whether who has it so is the one who decides.
        asked: The question where nobody has it so; empty where that is not missed.
    """

    name: str
    one: str
    many: str
    base: str
    past: str
    past_many: str = attrs.field()
    decides: bool = False
    asked: str = ""

    @past_many.default
    def _past_many(self) -> str:
        return self.past


def _regular(name: str, base: str, past: str, *, decides: bool = False, asked: str = "") -> Mode:
    """Return the mode of a verb of which one body does it with an s: `decide about {}`."""
    verb, _, rest = base.partition(" ")
    return Mode(name, f"{verb}s {rest}", base, base, past, decides=decides, asked=asked)


_TABLE = (
    _regular("reserves", "reserve the decision about {}", "reserved the decision about {}", decides=True),
    _regular("decides", "decide about {}", "decided about {}", decides=True, asked="who decides"),
    _regular("delegated", "hold {} by delegation", "held {} by delegation", asked="who holds it delegated"),
    _regular("recommends", "recommend on {}", "recommended on {}"),
    Mode(
        "consulted",
        "is consulted on {}",
        "are consulted on {}",
        "be consulted on {}",
        "was consulted on {}",
        "were consulted on {}",
    ),
    _regular("oversees", "oversee {}", "oversaw {}", asked="who oversees it"),
    _regular("assures", "assure {}", "assured {}"),
    _regular("delivers", "deliver {}", "delivered {}", asked="who delivers it"),
    Mode(
        UNKNOWN,
        "is responsible for {}, role not stated",
        "are responsible for {}, role not stated",
        "be responsible for {}, role not stated",
        "was responsible for {}, role not stated",
        "were responsible for {}, role not stated",
    ),
)

MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _TABLE})
"""Every mode by name, in the order in which a reader wants them; who decides comes first."""

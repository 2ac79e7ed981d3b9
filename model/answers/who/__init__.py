"""`tiers who`: who is responsible for a topic, in which place, and who is above them.

Where it names the wrong body, look at `topics` if it misunderstood the words, at `holders` if the first body
is wrong, and at `climbing` if a body above is. `verdicts` and `remarks` write the sentences; `raising` is
`who --raise`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...structure.placing import home_of
    from .answering import who, who_has
    from .answers import Answer, Chain
    from .climbing import climb
    from .steps import Holder, Link, Match, Step

__all__ = ["Answer", "Chain", "Holder", "Link", "Match", "Step", "climb", "home_of", "who", "who_has"]

if not TYPE_CHECKING:
    _MODULES = {
        "Answer": ".answers", "Chain": ".answers", "Holder": ".steps", "Link": ".steps", "Match": ".steps",
        "Step": ".steps", "climb": ".climbing", "home_of": "...structure.placing", "who": ".answering",
        "who_has": ".answering",
    }  # fmt: skip

    def __getattr__(name: str) -> object:
        """Return a name of the package, importing its module: `gaps` and `matters` need none that searches."""
        if name not in _MODULES:
            message = f"module `{__name__}` has no attribute `{name}`"
            raise AttributeError(message)
        from importlib import import_module  # noqa: PLC0415 - only what is asked for

        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found

"""`tiers who`: who is responsible for a topic, in which place, and who is above them.

Where it names the wrong body: `topics` if it took the words for something else, `holders` if the first one is wrong,
`climbing` if one above it is. `verdicts` and `remarks` are what is said of it, `raising` is `who --raise`.
"""

from ...structure.placing import home_of
from .answering import who, who_has
from .answers import Answer, Chain
from .climbing import climb
from .steps import Holder, Link, Match, Step

__all__ = ["Answer", "Chain", "Holder", "Link", "Match", "Step", "climb", "home_of", "who", "who_has"]

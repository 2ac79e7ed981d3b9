"""`tiers who`: who is responsible for a topic, in which place, and who is above them.

Where it names the wrong body, look at `topics` if it misunderstood the words, at `holders` if the first body
is wrong, and at `climbing` if a body above is. `verdicts` and `remarks` write the sentences; `raising` is
`who --raise`.
"""

from ...structure.placing import home_of
from .answering import who, who_has
from .answers import Answer, Chain
from .climbing import climb
from .steps import Holder, Link, Match, Step

__all__ = ["Answer", "Chain", "Holder", "Link", "Match", "Step", "climb", "home_of", "who", "who_has"]

"""`tiers who`: who is responsible for a topic, in which place, and who is above them."""

from ...structure.placing import home_of
from .answering import who, who_has
from .answers import Answer, Chain
from .climbing import climb
from .steps import Holder, Link, Match, Step

__all__ = ["Answer", "Chain", "Holder", "Link", "Match", "Step", "climb", "home_of", "who", "who_has"]

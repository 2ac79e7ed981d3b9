"""Finds the topic of a question that is a whole sentence: `frailty` in `who decides about frailty?`."""

import re

_STARTS = re.compile("who|whom|which|what|where|how", re.IGNORECASE)
_BODIES = re.compile("who|whom|which", re.IGNORECASE)
_ABOUT = re.compile("about|after|for|of|off|on|over|upon|with", re.IGNORECASE)
_ARTICLE = re.compile("a|an|my|our|the|their|this|your", re.IGNORECASE)
_ASKS = re.compile(
    """
    accountable|agree|agrees|allowed|answerable|answers|approve|approves|are|ask|be|board|bodies|body|can|
    charge|chooses|commission|commissions|committee|complain|concern|could|currently|deal|deals|decide|
    decides|deciding|decision|decisions|deliver|delivers|do|does|ends|final|fund|funds|go|group|handle|
    handles|has|have|held|hold|holds|i|in|is|it|lead|leads|look|looks|made|make|makes|manage|manages|
    many|(?-i:may)|might|much|must|now|one|organisation|oversee|oversees|own|owns|pay|pays|people|person|
    provide|provides|raise|really|report|responsible|run|runs|say|see|should|sign|signs|sit|sits|speak|take|
    takes|talk|that|there|to|turn|ultimately|was|we|will|would|you
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a question before its topic, which begins after one of `_ABOUT`; `May` is a name, such as May Street."""


def topic_of(asked: str) -> str:
    """Return the topic of a question, without question words; a text that is no question is returned unchanged."""
    words = asked.strip().rstrip("?!. ").split()
    if not words:
        return asked
    if not _STARTS.fullmatch(words[0]):
        return " ".join(words) if asked.rstrip().endswith("?") else asked
    rest = 1
    while rest < len(words) and (_ASKS.fullmatch(words[rest]) or _ARTICLE.fullmatch(words[rest])):
        rest += 1
    if rest == 1 and not _BODIES.fullmatch(words[0]) and not _ABOUT.fullmatch(" ".join(words[1:2])):
        return " ".join(words)  # a name that begins like a question, such as `What matters to you`
    for each in (_ABOUT, _ARTICLE):
        while rest < len(words) and each.fullmatch(words[rest]):
            rest += 1
    return " ".join(words[rest:]) or asked

"""The topic of a question that is asked in a whole sentence: `frailty` of `who decides about frailty?`."""

_STARTERS = frozenset(("who", "whom", "which", "what", "where", "how"))
_ABOUT = frozenset(("about", "after", "for", "of", "off", "on", "over", "upon", "with"))
_ARTICLES = frozenset(("a", "an", "my", "our", "the", "their", "this", "your"))
_ASKING = frozenset(
    (
        "accountable", "agree", "agrees", "allowed", "answerable", "answers", "approve", "approves", "are", "ask", "board",
        "bodies", "body", "can", "charge", "chooses", "commission", "commissions", "committee", "complain", "concern", "could",
        "currently", "deal", "deals", "decide", "decides", "deciding", "decision", "decisions", "deliver", "delivers", "do",
        "does", "ends", "final", "fund", "funds", "go", "group", "handle", "handles", "has", "have", "held", "hold", "holds",
        "i", "in", "is", "it", "lead", "leads", "look", "looks", "made", "make", "makes", "manage", "manages", "must", "now",
        "one", "organisation", "oversee", "oversees", "own", "owns", "pay", "pays", "people", "person", "provide", "provides",
        "raise", "really", "report", "responsible", "run", "runs", "say", "see", "should", "sign", "signs", "speak", "take",
        "takes", "talk", "that", "there", "to", "turn", "ultimately", "was", "we", "will", "would", "you",
    )
)  # fmt: skip
"""Words of a question before its topic; after one of `_ABOUT` the topic begins."""


def topic_of(asked: str) -> str:
    """Return the topic of a question, without the words that only ask; what is no question stays as it is."""
    words = asked.strip().rstrip("?!. ").split()
    if not words:
        return asked
    if words[0].casefold() not in _STARTERS:
        return " ".join(words) if asked.rstrip().endswith("?") else asked
    rest = 1
    while rest < len(words) and words[rest].casefold() in _ASKING | _ARTICLES:
        rest += 1
    while rest < len(words) and words[rest].casefold() in _ABOUT:
        rest += 1
    while rest < len(words) and words[rest].casefold() in _ARTICLES:
        rest += 1
    return " ".join(words[rest:]) or asked

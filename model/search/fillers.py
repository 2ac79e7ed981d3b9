"""Words that say nothing about what is looked for: `who is on the harrow board` asks for `harrow board`."""

# fmt: off
FILLERS = frozenset((
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "can", "could",
    "did", "do", "does", "for", "from", "get", "gets", "had", "has", "have", "having", "he", "her", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "list", "me", "my", "of", "on", "or", "our", "out",
    "please", "say", "shall", "she", "should", "show", "sit", "sits", "sitting", "tell", "that", "the",
    "their", "them", "there", "these", "they", "this", "to", "under", "up", "us", "was", "we", "were",
    "what", "whats", "when", "where", "which", "who", "whom", "whos", "whose", "why", "will", "with",
    "would", "you", "your",
))
"""Left out of a query as long as another word is left; folded."""

ASKING = frozenset((
    "belong", "belongs", "charge", "come", "comes", "deal", "deals", "decide", "decided", "decides",
    "deciding", "explain", "find", "give", "given", "gives", "go", "goes", "hand", "happen", "happened",
    "happening", "happens", "have", "involved", "know", "leads", "look", "looks", "make", "makes", "mean",
    "means", "meant", "need", "needs", "responsibility", "responsible", "run", "running", "runs", "see",
    "stand", "stands", "take", "takes", "talk", "work", "working", "works",
))
"""Left out of a question as well."""

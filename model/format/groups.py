"""The kinds that rules name together: who acts, what is a place, what is work."""

ORGANIZATIONS = ("organisation", "partnership", "body", "workstream", "collective")
"""What is an organization to ORG and to Popolo."""

STRUCTURE = (*ORGANIZATIONS, "layer")
"""Kinds of which it matters, and is marked, that their place is our reading; the detail says it of all others."""

GROUPED = ("partnership", "organisation", "body", "collective", "workstream", "layer")
"""The kinds whose groups come first in the tree of tiers, in this order."""

AGENTS = (*STRUCTURE, "type", "post", "person")
"""What can have something in hand."""

ASKED_FOR = tuple(kind for kind in AGENTS if kind != "workstream")
"""The agents of which a reader asks what they may decide; a workstream is asked for as its topic."""

PLACES = ("partnership", "area")
"""What entities are placed in; the skeleton of the trees."""

TIERED = (*PLACES, "type")
"""Kinds whose tier is always said."""

HEAVY = (*PLACES, "layer")
"""The kinds that bear the structure, and so are set in bold."""

SCRUTINISED = (*PLACES, "organisation", "body")
"""Kinds through whose scrutiny a concern can be raised."""

LAYERED = ("partnership", "organisation")
"""Kinds that the view of decisions has at its top."""

STRANDS = ("workstream", "body")
"""What delivers, in the order in which it is shown: what is called after a topic has it in hand."""

DECIDING = ("body", "collective", "workstream")
"""What stands in a layer of decision making with groups below it."""

MEMBERS = ("organisation", "partnership", "collective")
"""What a partnership is made of: what stands in its layers is expected among its members."""

STAFFED = (*STRANDS, "post")
"""Kinds of which it is asked who sits on them, leads or holds them."""

EMPOWERED = (*STRANDS, "partnership")
"""Kinds of which a reader wants to know the powers also where no author has written that they are unknown."""

TOPICAL = ("function", "service", "programme")
"""Kinds that are topics by themselves."""

WORK = ("plan", "priority", "programme", "service")
"""What is planned or given."""

DELIVERY = (*WORK, "commitment")
"""What is planned, given or promised."""

COMPARED = ("body", "workstream", "post", "function", *DELIVERY)
"""The kinds by which two places are compared, in this order."""

ISSUES = ("issue", "disagreement")
"""What is open: questions, gaps and disagreements."""

FOLLOWED_UP = ("issue", "commitment")
"""What is followed up whether or not it has a date."""

HAPPENINGS = ("event", "issue", "commitment", "metric", "priority")
"""What a document tells of once."""

TOLD_ONCE = (*HAPPENINGS, "disagreement")
"""Kinds of which no later document need speak again."""

CONCERNING = (*TOLD_ONCE, "plan", "programme")
"""What belongs to an entity it is about."""

TIMELESS = ("source", "term")
"""What does not differ between two dates."""

DAYS = ("event", "source")
"""What has one day of its own."""

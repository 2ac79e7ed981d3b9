"""Named groups of entity kinds, such as organisations, agents, places and work, which rules refer to."""

ORGANIZATIONS = ("organisation", "partnership", "body", "workstream", "collective")
"""The kinds that the ORG and Popolo standards count as organizations."""

STRUCTURE = (*ORGANIZATIONS, "layer")
"""Organisations and layers; an inferred place in the tree is marked on the row for these, for other kinds in the detail only."""

GROUPED = ("partnership", "layer", "body", "workstream", "organisation", "collective")
"""The kinds whose groups come first in the tree of tiers, in this order."""

LABELS = ("collective", "type")
"""The kinds that are names for several entities, and no bodies themselves."""

AGENTS = (*STRUCTURE, "type", "post", "person")
"""The kinds that can be responsible for something."""

ASKED_FOR = tuple(kind for kind in AGENTS if kind != "workstream")
"""The agents that `tiers who` accepts by name; a workstream's name is taken as a topic instead."""

PLACES = ("partnership", "area")
"""The geographical kinds: entities belong to a partnership or an area."""

TIERED = (*PLACES, "type")
"""The kinds whose rows always show the tier."""

NUMBERED = ("layer", "post")
"""The kinds whose rows may have more than the kind: the number of a layer, that a post is vacant."""

HEAVY = (*PLACES, "layer")
"""The kinds that are shown in bold."""

SCRUTINISED = (*PLACES, "organisation", "body")
"""The kinds whose scrutineers `tiers who --raise` lists as a way to raise a concern."""

LAYERED = ("partnership", "organisation")
"""The kinds at the top of the decisions view."""

STRANDS = ("workstream", "body")
"""The kinds that deliver work, in display order; one that is named after a topic counts as responsible for it."""

SEATED = (*STRANDS, "partnership")
"""The kinds of which a reader asks who sits on them."""

OFFICES = ("post", "person")
"""Posts, and the people who hold them."""

TITLED = ("workstream", "post", "person")
"""Kinds whose names are titles, so that each takes a singular verb whatever its words."""

DECIDING = ("body", "collective", "workstream")
"""The kinds that the decisions view shows in a layer with their sub-groups."""

MEMBERS = ("organisation", "partnership", "collective")
"""The kinds that should be members of a partnership if they are in one of its layers; if not, that is a gap."""

STAFFED = (*STRANDS, "post")
"""The kinds for which unknown members, chairs, leads or holders are gaps."""

EMPOWERED = (*STRANDS, "partnership")
"""The kinds for which a missing decision power is a gap even where the author has not written `not_stated`."""

TOPICAL = ("function", "service", "programme")
"""The kinds that are topics themselves."""

WORK = ("plan", "priority", "programme", "service")
"""Planned or provided work."""

DELIVERY = (*WORK, "commitment")
"""Planned, provided or promised work."""

COMPARED = ("body", "workstream", "post", "function", *DELIVERY)
"""The kinds that `tiers compare` lists, in this order."""

ISSUES = ("issue", "disagreement")
"""Open questions and disagreements."""

FOLLOWED_UP = ("issue", "commitment")
"""The kinds that `tiers matters` lists even without a date."""

HAPPENINGS = ("event", "issue", "commitment", "metric", "priority")
"""The kinds that a document reports once, such as an event or a figure."""

TOLD_ONCE = (*HAPPENINGS, "disagreement")
"""The kinds that are never `no longer documented`, since later documents need not repeat them."""

CONCERNING = (*TOLD_ONCE, "plan", "programme")
"""The kinds that belong to the entity they are about."""

TIMELESS = ("source", "term")
"""The kinds that are the same at every date."""

DAYS = ("event", "source")
"""The kinds that have a date of their own, in place of a start and an end."""

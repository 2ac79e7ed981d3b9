"""The tiers of health and care in England, widest first."""

TIERS = ("national", "region", "system", "place", "neighbourhood")
"""The four tiers, and `region`, a reporting geography between the first two."""

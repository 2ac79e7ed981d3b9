"""Search (`tiers search`, the explorer's `/`) and NODE: finds entities by name, old name, acronym, code or question."""

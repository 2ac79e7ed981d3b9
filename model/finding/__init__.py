"""Search (`tiers search`, `/` in the explorer) and NODE: finds entities by name, old name, acronym, code or question."""

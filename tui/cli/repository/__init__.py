"""A git repository, read by tiers itself: no program is run, nothing is written, and no setting is obeyed."""

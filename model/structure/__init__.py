"""Where an entity belongs: what it is placed below, the order of siblings, the layers of decision making."""

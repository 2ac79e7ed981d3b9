"""Where an entity belongs: its parent, tier and place, the order of siblings, the decision-making layers."""

"""`tiers export`: the whole model as values of a standard (ORG, Popolo, GraphML, tables); `printing/whole` writes them."""

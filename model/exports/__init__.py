"""The whole model as values of standard vocabularies; what writes them stands elsewhere."""

"""The facts of a model at a date: the graph, claims and disagreements, evidence, start and end."""

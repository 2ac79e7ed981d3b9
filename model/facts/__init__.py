"""The facts of a model at a date: the graph, which claim holds when documents differ, evidence, start and end."""

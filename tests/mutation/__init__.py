"""Mutation testing of the rules: `nice python -m tests.mutation`."""

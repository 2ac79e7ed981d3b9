"""Tests of the way from a spreadsheet to a file of a model."""

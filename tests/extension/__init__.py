"""Tests that extend a copy of the product and look where the extension shows."""

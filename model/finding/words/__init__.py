"""The words that search finds entities by: which texts are indexed, how they are spelt, where each word occurs."""

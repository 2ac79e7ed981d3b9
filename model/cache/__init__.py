"""The cache of models and views: reading a model from it takes a tenth of the time of parsing and checking it.

A model is read from the cache only if every byte of its files is the same, and the same code and Python
stored it; a view only with the model that it was laid out from. If anything is wrong with the cache, the
model is read from its files. The cache is in `$XDG_CACHE_HOME/tiers`, by default `~/.cache/tiers`;
`TIERS_NO_CACHE=1` turns it off.
"""

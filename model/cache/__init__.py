"""What was worked out before, kept ready: reading a model again costs a tenth of parsing and checking it.

A model comes from the cache only when every byte of every file is as it was, and this code and this Python are
those that kept it; a view only together with the very model it was laid out from. Whatever goes wrong with the
cache, all is worked out anew. It lives in `$XDG_CACHE_HOME/tiers`, by default `~/.cache/tiers`;
`TIERS_NO_CACHE=1` turns it off.
"""

"""The list of keys: what acts everywhere, and what acts on one page."""

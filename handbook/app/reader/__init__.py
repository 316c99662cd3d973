"""One policy, to read."""

"""A document on the screen: where its clauses are, and which one is being read."""

"""The clauses that a reader saved, with their notes."""

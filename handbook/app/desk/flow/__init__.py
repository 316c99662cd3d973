"""A flow as a picture, as a list, and as staff will walk it."""

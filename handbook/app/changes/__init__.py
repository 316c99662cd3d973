"""What changed since the version before: the list of changes, and their words marked."""

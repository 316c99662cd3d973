"""The reader's own data on this laptop: what a reader set, and nothing of what they read."""

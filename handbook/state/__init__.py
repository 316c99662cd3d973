"""The reader's own data on this laptop: preferences and the last place read."""

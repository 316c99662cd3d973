"""The editor of a file's source."""

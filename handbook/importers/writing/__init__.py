"""A reading, once judged, in the handbook's own Markdown."""

"""New files: from a skeleton, from what was dropped, from the clipboard."""

"""Tells authors what is wrong with their content, in their words, with file and line."""

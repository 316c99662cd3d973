"""Markdown in, domain values out; domain values to HTML and plain text."""

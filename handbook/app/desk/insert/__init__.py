"""Putting a link, a rule or a table into the text by search."""

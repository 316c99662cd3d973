"""Handbook: a school's policies on staff laptops, searchable, with a wizard for concerns."""

__version__ = "0.1.0"

"""Putting things on A4: pages, PDF, the printer, and the file that a person chooses."""

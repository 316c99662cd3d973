"""Painted controls that the pages share."""

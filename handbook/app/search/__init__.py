"""Clauses found as you type."""

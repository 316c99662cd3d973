"""Finds clauses by words. The only package that knows Whoosh."""

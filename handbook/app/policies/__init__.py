"""All policies, by collection."""

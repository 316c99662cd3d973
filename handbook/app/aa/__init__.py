"""The Aa menu: text size, colours, and what else makes reading easier."""

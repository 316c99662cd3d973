"""A pack that somebody opened: what is in it, whose it is, and putting it into use."""

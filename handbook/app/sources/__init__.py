"""Where policies come from: told in About, and where it is allowed, chosen there."""

"""The route that a journey came to."""

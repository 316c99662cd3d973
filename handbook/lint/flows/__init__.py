"""Rules on flows: every way through them, and every outcome."""

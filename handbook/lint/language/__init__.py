"""Rules on the language: what a tired reader stumbles over."""

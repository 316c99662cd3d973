"""What is wrong, with what mends it."""

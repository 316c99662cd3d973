"""What leaves the handbook as a file of another kind."""

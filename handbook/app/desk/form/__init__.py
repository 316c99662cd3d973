"""What the forms of the desk are made of."""

"""What a school laptop can still show."""

"""What a paragraph is, judged by its style, its number and its look."""

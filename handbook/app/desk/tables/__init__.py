"""A table of the text as a grid."""

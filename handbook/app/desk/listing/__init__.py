"""The files of the content at the left of the desk."""

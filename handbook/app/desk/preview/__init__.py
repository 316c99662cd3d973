"""What staff will see of what is being written."""

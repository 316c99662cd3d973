"""What is being written: files, what is not saved yet, and what became of them."""

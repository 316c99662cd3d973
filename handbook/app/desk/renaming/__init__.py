"""Another name for a file or a clause, with every link kept."""

"""What the questions and their outcome share: the bar, leaving quickly, the answers."""

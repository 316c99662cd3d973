"""Writing down what was seen or heard, for paper or a file; nothing of it is kept here."""

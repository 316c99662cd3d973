"""Rules on the text as it is typed, before anything reads it as Markdown."""

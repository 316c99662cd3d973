"""Every rule of lint in words: what is wrong, why it matters, and how to mend it."""

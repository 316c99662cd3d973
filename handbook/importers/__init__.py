"""Word, PDF, HTML and text to drafts in Markdown."""

"""PDF files: letters on pages, put together to lines, paragraphs and tables again."""

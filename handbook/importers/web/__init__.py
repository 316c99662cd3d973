"""Web pages, Word's own among them. Nothing that a page names is ever fetched."""

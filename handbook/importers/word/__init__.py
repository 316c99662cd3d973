"""Word files (.docx): the parts of a ZIP, read as XML and never beyond them."""

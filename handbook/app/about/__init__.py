"""About the handbook: which version, whose content, under which licences."""

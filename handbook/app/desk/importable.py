"""What can be brought in at the desk: without the editor's part, texts alone."""

from __future__ import annotations

from handbook.app.desk.choosing import IMPORTED, TEXTS
from handbook.importers.editors_part import NOT_HERE, is_installed

PASTED_PLAIN = f"Pasted without headings, lists and tables. {NOT_HERE}."


def import_words() -> str:
    """What the list of things to do, and that of the keys, call importing."""
    return "Import a Word file, PDF or web page" if is_installed() else "Import a text"


def asked_for() -> tuple[str, str]:
    """The title of the system's dialog, and the kinds of file that it shows."""
    if is_installed():
        return "Word files, PDFs, web pages or texts to make drafts of", IMPORTED
    return "Texts to make drafts of", TEXTS


def what_is_missing() -> str:
    """A sentence for whoever imports, saying what cannot be; empty where all can."""
    return "" if is_installed() else f"{NOT_HERE}."

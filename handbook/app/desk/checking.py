"""Reading and checking the content with the words that are on the desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from handbook.app.desk.problems.presenter import Checked
from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library
from handbook.lint.check import check_desk
from handbook.markup.library import read_library

_TITLE = re.compile(r"^title:[ \t]*(.*?)[ \t]*(?:[ \t]#.*)?$", re.MULTILINE)
_TITLES = {
    "school.yaml": "People and settings",
    "words.yaml": "Words that mean the same",
    "provisions.csv": "What the law asks",
}


def check_content(folder: Path, texts: Mapping[str, str], today: date) -> Checked:
    """Read and check a folder with these words in its files; for the background."""
    try:
        library = read_library(folder, unsaved=texts)
    except ContentMissing:  # nothing is begun yet
        return Checked(Library(), (), texts)
    return Checked(library, check_desk(folder, library, texts, today), texts)


def title_in(name: str, text: str) -> str:
    """What a file calls itself; its name where it does not say."""
    if name in _TITLES:
        return _TITLES[name]
    found = _TITLE.search(text[:2000]) if text.startswith("---") else None
    title = _unquoted(found[1]) if found else ""
    if name.endswith(".scenarios.md"):
        title = title or name.rpartition("/")[2].partition(".")[0]
        return title if title.startswith("Stories") else f"Stories: {title}"
    return title or name.rpartition("/")[2]


def _unquoted(words: str) -> str:
    """A title without the quotation marks around the whole of it; those within stay."""
    if words[:1] not in ('"', "'"):
        return words
    try:
        return str(yaml.safe_load(words)).strip()
    except yaml.YAMLError:  # half typed
        return words.strip("\"'")

"""Reading and checking the content with the words that are on the desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from handbook.app.desk.problems.presenter import Checked
from handbook.lint.check import check_desk
from handbook.markup.library import read_library

_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*(?:#.*)?$", re.MULTILINE)
_TITLES = {
    "school.yaml": "People and settings",
    "words.yaml": "Words that mean the same",
    "provisions.csv": "What the law asks",
}


def check_content(folder: Path, texts: Mapping[str, str], today: date) -> Checked:
    """Read and check a folder with these words in its files; for the background."""
    library = read_library(folder, unsaved=texts)
    return Checked(library, check_desk(folder, library, texts, today), texts)


def title_in(name: str, text: str) -> str:
    """What a file calls itself; its name where it does not say."""
    if name in _TITLES:
        return _TITLES[name]
    found = _TITLE.search(text[:2000]) if text.startswith("---") else None
    title = found[1].strip() if found else ""
    if name.endswith(".scenarios.md"):
        title = title or name.rpartition("/")[2].partition(".")[0]
        return title if title.startswith("Stories") else f"Stories: {title}"
    return title or name.rpartition("/")[2]

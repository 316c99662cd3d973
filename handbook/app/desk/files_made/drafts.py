"""A draft that an importer made, as a file of the content."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from handbook.domain.errors import NotImported
from handbook.importers.draft import Draft
from handbook.importers.importing import import_file


def draft_file(draft: Draft, taken: Collection[str]) -> tuple[str, str]:
    """The name of the file and its words; what to look at stands in a comment at the top."""
    name, number = f"policies/{draft.name}.md", 2
    while name in taken or name.replace("policies/", "guides/") in taken:
        name, number = f"policies/{draft.name}-{number}.md", number + 1
    return name, _with_unsure(draft)


def drafts_of(paths: Sequence[Path]) -> list[Draft | NotImported]:
    """A draft of each file, or why there is none; one bad file keeps no other back."""
    found: list[Draft | NotImported] = []
    for path in paths:
        try:
            found.append(import_file(path))
        except NotImported as problem:
            found.append(problem)
    return found


def _with_unsure(draft: Draft) -> str:
    if not draft.unsure:
        return draft.text
    lines = "\n".join(f"- {_safe(words)}" for words in draft.unsure)
    comment = f"<!-- Imported from {_safe(draft.source)}. To look at:\n{lines}\n-->"
    head, sign, body = draft.text.partition("\n---\n")
    return f"{head}{sign}\n{comment}\n{body}" if sign else f"{comment}\n\n{draft.text}"


def _safe(words: str) -> str:
    """Words that cannot end the comment."""
    return words.replace("--", "-").replace(">", "")

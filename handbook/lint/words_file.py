"""Rules on words.yaml: groups of words that mean the same."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.lint.finding import Finding, error, warning
from handbook.lint.yaml_lines import BadYaml, Entry, read_entries

FILE = "words.yaml"
_MOST_ASKED = 3


def check_words(text: str) -> Iterator[Finding]:
    """What is wrong with words.yaml."""
    try:
        entries = {entry.key: entry for entry in read_entries(text)}
    except BadYaml as problem:
        yield error(
            FILE, problem.line, "words-unreadable", f"This cannot be read: {problem.problem}."
        )
        return
    for key, entry in entries.items():
        if key not in ("words", "asked-often"):
            yield error(
                FILE, entry.line, "words-unknown", f"{key!r} is not known: words, asked-often."
            )
    if "words" in entries:
        yield from _groups(entries["words"])
    asked = entries.get("asked-often")
    if asked and len(asked.items) > _MOST_ASKED:
        yield warning(
            FILE, asked.line, "words-asked", "Only the first three questions are shown on Home."
        )


def _groups(words: Entry) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for group, line in words.items:
        members = [word.strip() for word in group.split("\n")]
        if len(members) < 2:
            yield error(FILE, line, "words-alone", f"{group!r} stands alone: a group has two.")
        for number, word in enumerate(members):
            if word != word.casefold():
                yield warning(FILE, line, "words-case", f"Write {word!r} in small letters.")
            if word in members[:number]:
                yield error(FILE, line, "words-twice", f"{word!r} is in this group twice.")
            elif first.setdefault(word, line) != line:
                yield warning(
                    FILE,
                    line,
                    "words-joined",
                    f"{word!r} is already in the group of line {first[word]}. A word in two "
                    "groups joins them both in a search: keep it in one.",
                )

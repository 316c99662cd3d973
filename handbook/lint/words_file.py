"""Rules on words.yaml: groups of words that mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.language.phrases import Avoided
from handbook.lint.yaml_lines import BadYaml, Entry, read_entries

FILE = "words.yaml"
_MOST_ASKED = 3
_KNOWN = ("words", "asked-often", "abbreviations", "avoid")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a school says of its own language."""

    abbreviations: frozenset[str] = frozenset()
    """Short forms that all its staff know."""
    avoided: Avoided = ()
    """Phrases that it does without."""


@lru_cache(maxsize=4)
def terms_in(text: str) -> Terms:
    """The school's own terms in words.yaml; none where it cannot be read."""
    try:
        entries = {entry.key: entry for entry in read_entries(text)}
    except BadYaml:
        return Terms()
    known = entries["abbreviations"].items if "abbreviations" in entries else ()
    pairs = entries["avoid"].items if "avoid" in entries else ()
    parted = (pair.partition("\n") for pair, _ in pairs)
    return Terms(
        frozenset(short.strip() for short, _ in known),
        tuple((phrase.casefold().strip(), instead.strip()) for phrase, _, instead in parted),
    )


def check_words(text: str) -> Iterator[Finding]:
    """What is wrong with words.yaml."""
    try:
        entries = {entry.key: entry for entry in read_entries(text)}
    except BadYaml as problem:
        yield error(
            FILE,
            problem.line,
            "words-unreadable",
            f"This cannot be read: {problem.problem}. Write one group a line: - [pupil, kid]",
        )
        return
    for key, entry in entries.items():
        if key not in _KNOWN:
            words = f"{key!r} is not known here. Known are: {', '.join(_KNOWN)}."
            yield error(FILE, entry.line, "words-unknown", words)
    if "words" in entries:
        yield from _groups(entries["words"], text.split("\n"))
    asked = entries.get("asked-often")
    if asked and len(asked.items) > _MOST_ASKED:
        yield warning(
            FILE,
            asked.line,
            "words-asked",
            "Only the first three questions are shown on Home. Keep three.",
        )


def _groups(words: Entry, lines: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for group, line in words.items:
        members = [word.strip() for word in group.split("\n")]
        if len(members) < 2:
            yield error(
                FILE, line, "words-alone", f"{group!r} stands alone. Add what means the same."
            )
        for number, word in enumerate(members):
            if word != word.casefold():
                small = Fix(line, line, lines[line - 1].replace(word, word.casefold()))
                said = f"Write {word!r} in small letters."
                yield warning(FILE, line, "words-case", said, small)
            if word in members[:number]:
                said = f"{word!r} is in this group twice. Take one out."
                yield error(FILE, line, "words-twice", said, _once(lines[line - 1], line, word))
            elif first.setdefault(word, line) != line:
                yield warning(
                    FILE,
                    line,
                    "words-joined",
                    f"{word!r} is already in the group of line {first[word]}. A word in two "
                    "groups joins them both in a search: keep it in one.",
                )


def _once(raw: str, line: int, word: str) -> Fix | None:
    """The line without the second of two words that are the same."""
    first, found, rest = raw.rpartition(f", {word}")
    fits = found and rest[:1] in (",", "]") and word in first
    return Fix(line, line, first + rest) if fits else None

"""How close a draft comes to the truth about its document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.importers.draft import Draft
from tests.importers.corpus.shape import Doc

_LINE_ITEM = re.compile(r"(?P<indent> *)(?:-|(?P<number>\d+)\.) (?P<words>.*)")
_MARKS = re.compile(r"\{#[\w-]+\}|\\(?=\W)|\*{1,3}|\[\^\d+\]:?|\(https?:[^)]*\)|&lt;|&amp;")


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1; words that are in no truth are counted as `added`."""

    words: float
    headings: float
    labels: float
    depths: float
    fields: float
    added: int
    invented: tuple[str, ...]
    missing: tuple[str, ...]


def score(draft: Draft, doc: Doc) -> Score:
    """Measure a draft; what is wrong is named, a line each."""
    missing: list[str] = []
    wanted = Counter(word for text in doc.texts for word in words_of(text))
    found = Counter(words_of(plain(draft.text)))
    lost = wanted - found
    missing += [f"word {word} x{count}" for word, count in lost.items()]
    added = Counter(words_of(plain(_body(draft.text)))) - wanted - _running_words(doc)
    return Score(
        words=1 - lost.total() / max(wanted.total(), 1),
        headings=_headings(draft, doc, missing),
        labels=_labels(draft, doc, missing),
        depths=_depths(draft, doc, missing),
        fields=_fields(draft, doc, missing),
        added=added.total(),
        invented=tuple(sorted(set(draft.fields) - set(doc.facts) - {"title", "organisation"})),
        missing=tuple(missing),
    )


def plain(text: str) -> str:
    """Markdown without its marks."""
    return _MARKS.sub(lambda m: {"&lt;": "<", "&amp;": "&"}.get(m[0], ""), text)


def words_of(text: str) -> Iterator[str]:
    """Words with their letters and figures alone."""
    return (re.sub(r"\W", "", word).casefold() for word in text.split() if re.search(r"\w", word))


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[-1]


def _running_words(doc: Doc) -> Counter[str]:
    return Counter(words_of(f"{doc.header} {doc.footer}"))


def _headings(draft: Draft, doc: Doc, missing: list[str]) -> float:
    """Of all headings, the true and the false ones, those that are right in words and level."""
    lines = [line for line in plain(draft.text).split("\n") if re.match(r"#+ ", line)]
    found = [(len(line.split()[0]) - 1, _key(line.lstrip("#"))) for line in lines]
    wanted = [(head.level, _key(f"{head.label} {head.text}")) for head in doc.heads]
    # A level that the document leaves out is closed up.
    used = sorted({level for level, _ in wanted})
    above, closed = 0, []
    for level, key in wanted:
        above = min(used.index(level) + 1, above + 1)
        closed.append((above, key))
    right = Counter(found) & Counter(closed)
    missing += [f"heading {head}" for head in closed if head not in found]
    missing += [f"no heading {head}" for head in found if head not in closed]
    return right.total() / max(len(found), len(closed), 1)


def _labels(draft: Draft, doc: Doc, missing: list[str]) -> float:
    """Labels that stand before the first words of what they name."""
    text = " ".join(_key(line) for line in plain(draft.text).split("\n"))
    wanted = [(label, _key(f"{label} {words}")[:40]) for label, words in doc.labelled]
    right = [key for _, key in wanted if key in text]
    missing += [f"label {label}: {key}" for label, key in wanted if key not in text]
    return len(right) / len(wanted) if wanted else 1.0


def _depths(draft: Draft, doc: Doc, missing: list[str]) -> float:
    found: dict[str, int] = {}
    for line in plain(draft.text).split("\n"):
        if match := _LINE_ITEM.fullmatch(line.rstrip()):
            words = re.sub(r"^(\(?\w{1,4}[.)]) ", "", match["words"])
            found[_key(words)] = len(match["indent"]) // 4 + 1
    if not doc.items:
        return 1.0
    right = 0
    for item in doc.items:
        got = found.get(_key(item.text), 0)
        right += got == item.depth
        if got != item.depth:
            missing.append(f"depth {got} for {item.depth}: {item.text}")
    return right / len(doc.items)


def _fields(draft: Draft, doc: Doc, missing: list[str]) -> float:
    wanted = {"title": doc.title, "organisation": doc.organisation, **doc.facts}
    right = 0
    for name, value in wanted.items():
        got = draft.fields.get(name, "")
        right += _key(got) == _key(value)
        if _key(got) != _key(value):
            missing.append(f"{name} is {got!r}, not {value!r}")
    return right / len(wanted)


def _key(text: str) -> str:
    return " ".join(words_of(text))

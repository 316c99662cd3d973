"""Numbers and letters before a paragraph: `4.3`, `(a)`, `iv.`, `Appendix B`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from handbook.importers.form import Para

BULLETS = "•·▪▫◦‣●○■□◆◇➢➤►▶✓✔❖∙⁃*–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf0be\uf076\uf02d"
"""Letters that open an item; those at the end are where Word's symbol typefaces keep theirs."""

_WORDS = "appendix|annex|annexe|schedule|part|section|article|chapter|clause|step|stage"
_GAP = r"(?=[\s\u00a0]|$)[\s\u00a0]*"
_OR_WORD = rf"(?:{_GAP}|(?=[A-Z][a-z]))"
"""Or no gap at all, as in `1.Introduction`."""
_FORMS = (
    ("named", re.compile(rf"(?P<all>(?P<word>{_WORDS})\s+(?P<mark>\d{{1,3}}|[A-Z]|[IVX]{{1,5}})\b"
                         r"[.:)]?(?:\s*[:–—-](?=\s))?)\s*", re.IGNORECASE)),
    ("decimal", re.compile(rf"(?P<all>(?P<mark>\d{{1,3}}(?:\.\d{{1,3}})+)[.):]?){_OR_WORD}")),
    ("number", re.compile(rf"(?P<all>(?P<mark>\d{{1,3}})[.)]){_OR_WORD}")),
    ("number", re.compile(rf"(?P<all>(?P<mark>\d{{1,3}}):){_GAP}")),
    ("number", re.compile(rf"(?P<all>\((?P<mark>\d{{1,3}})\)){_GAP}")),
    ("bare", re.compile(r"(?P<all>(?P<mark>\d{1,2}))(?:\t|[ \u00a0]+)(?=[A-Z])"
                        r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)")),
    ("mixed", re.compile(rf"(?P<all>(?P<mark>[A-Z]\d{{1,2}}(?:\.\d{{1,3}})*)[.):]?){_GAP}")),
    ("letter", re.compile(rf"(?P<all>\((?P<mark>[a-zA-Z]{{1,5}})\)){_GAP}")),
    ("letter", re.compile(rf"(?P<all>(?P<mark>[a-zA-Z]|[ivx]{{2,5}}|[IVX]{{2,5}})[.)]){_GAP}")),
)  # fmt: skip
_ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})")
_ROMANS = {"i": 1, "v": 5, "x": 10}


class Kind(StrEnum):
    """How a label counts."""

    DECIMAL = "decimal"
    LOWER = "lower letter"
    UPPER = "upper letter"
    LOWER_ROMAN = "lower roman"
    UPPER_ROMAN = "upper roman"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands, and what it may count as."""

    text: str
    kind: Kind
    parts: tuple[int, ...]
    around: str
    """What stands before and after the number, by which siblings are known: `(%)`."""

    @property
    def last(self) -> int:
        """The number that counts up."""
        return self.parts[-1]

    @property
    def is_decimal(self) -> bool:
        """True for 4 and 4.3, with or without a point behind."""
        return self.kind is Kind.DECIMAL and not self.around.endswith(")")

    def follows(self, other: Label) -> bool:
        """True for 4.4 after 4.3, (c) after (b)."""
        return (
            self.kind is other.kind
            and self.around == other.around
            and self.parts[:-1] == other.parts[:-1]
            and self.last == other.last + 1
        )


def readings(text: str) -> Iterator[Label]:
    """Everything that a label may count as, likeliest last for a letter that is a numeral too."""
    for form, pattern in _FORMS:
        found = pattern.fullmatch(text.strip() + (" X" if form == "bare" else ""))
        found = found or pattern.match(text.strip() + " X")
        if not found or found["all"] != text.strip():
            continue
        yield from _of(form, found)
        return


def label_at(text: str) -> tuple[str, int, bool] | None:
    """The label that a text opens with, how many letters it takes, and whether it is certain.

    A bare number before a word may be a quantity, and one letter with a point an initial.
    """
    lead = len(text) - len(text.lstrip())
    for form, pattern in _FORMS:
        found = pattern.match(text, lead)
        if not found:
            continue
        if form == "letter" and not any(True for _ in _of(form, found)):
            continue
        if form == "named" and not _heads(text[found.end() :], found["all"]):
            continue
        certain = form in ("decimal", "number", "named") or found["all"].startswith("(")
        return found["all"], found.end(), certain
    return None


def has_number(para: Para) -> bool:
    """True for a paragraph that is numbered 4 or 4.3, as the handbook numbers clauses."""
    return any(label.is_decimal for label in readings(para.label)) if para.label else False


def bullet_at(text: str) -> tuple[str, int] | None:
    """The bullet that a text opens with, and how many letters it takes."""
    lead = len(text) - len(text.lstrip())
    mark = text[lead : lead + 1]
    rest = text[lead + 1 :]
    if mark and mark in BULLETS and (rest[:1].isspace() or (rest and mark not in "*–—-")):
        return mark, lead + 1 + len(rest) - len(rest.lstrip())
    if mark == "o" and re.match(r"o(\t|\u00a0| {2,})", text[lead:]):
        return mark, lead + 1 + len(rest) - len(rest.lstrip())
    return None


def roman(text: str) -> int:
    """The value of a numeral up to 39; 0 for what is none."""
    low = text.casefold()
    if not low or not _ROMAN.fullmatch(low):
        return 0
    values = [_ROMANS[c] for c in low]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-v if v < after else v for v, after in pairs)


def _heads(rest: str, label: str) -> bool:
    """True where words like `Part 2` open a heading, not a sentence: `Part 2 of the Act ...`."""
    if label[-1] in ".:)–—-" or not rest.strip():
        return True
    return rest.lstrip()[:1].isupper() and not rest.rstrip().endswith(".")


def _of(form: str, found: re.Match[str]) -> Iterator[Label]:
    text, mark = found["all"], found["mark"]
    around = text.replace(mark, "%", 1) if form != "named" else found["word"].casefold()
    if form == "letter":
        if len(mark) == 1:
            kind = Kind.LOWER if mark.islower() else Kind.UPPER
            yield Label(text, kind, (ord(mark.casefold()) - 96,), around)
        if value := roman(mark):
            kind = Kind.LOWER_ROMAN if mark.islower() else Kind.UPPER_ROMAN
            yield Label(text, kind, (value,), around)
        return
    if form == "mixed":
        first, *rest = mark[1:].split(".")
        parts = (ord(mark[0]), int(first), *map(int, rest))
        yield Label(text, Kind.DECIMAL, parts, "%")
        return
    if form == "named":
        value = int(mark) if mark.isdigit() else (ord(mark[0].upper()) - 64)
        yield Label(text, Kind.NAMED, (value,), around)
        return
    parts = tuple(int(part) for part in mark.split("."))
    # 4.3 and 4.3. are siblings; 4) is another row.
    yield Label(text, Kind.DECIMAL, parts, around if ")" in around else "%")

"""What the file states about itself: owner, dates, version, related policies. Never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from handbook.importers.form import Grid, Para, Reading, Role, Unsure, shown
from handbook.importers.shaping.dates import ANY, read_date

_POLICIES = (
    r"(?:related|linked|associated|other relevant|relevant) (?:school )?"
    r"(?:policies|documents?|policy|documentation)"
    r"(?: and (?:documents|policies|procedures|guidance))?"
)
_KEYS = {
    "owner": r"(?:policy |document )?owner(?: of (?:this )?policy)?|owned by|policy holder|"
    r"(?:person|staff member|member of staff|officer|personnel|post ?holder|staff) responsible"
    r"(?: for (?:this )?policy)?|(?:policy|document) lead|lead (?:person|officer|member of staff)|"
    r"responsible (?:person(?:nel)?|officer|member of staff|staff|post|postholder)|"
    r"responsibility(?: of)?",
    "approved": r"(?:date )?(?:approved|adopted|ratified)(?: on| date)?|date agreed|agreed on|"
    r"(?:approved|adopted|ratified) ?(?:&|and|/) ?(?:approved|adopted|ratified)(?: on| date)?|"
    r"(?:date of )?(?:approval|adoption|ratification)(?: date)?|"
    r"date (?:of )?(?:policy )?(?:approval|approved|adopted|ratified|adoption)(?: by .{3,40})?|"
    r"(?:policy )?(?:approved|adopted|ratified) (?:on|date)",
    "approved-by": r"(?:approved|adopted|ratified|agreed|authorised|signed off) by|approver|"
    r"approving body|approval (?:body|by|level|authority)|(?:approving |responsible )committee",
    "last-review": r"(?:policy )?(?:date )?last reviewed?(?: ?(?:/|and|&) ?approved)?"
    r"(?: on| date)?|(?:date of )?(?:last|latest|previous|most recent) review(?: date)?|"
    r"reviewed(?: on)?|date (?:last )?reviewed|last updated",
    "review": r"(?:date (?:of |for )?)?(?:next|future) (?:policy )?review(?: date| due)?|"
    r"review (?:date|due|by|due by|due date)|(?:due|date) for (?:next )?review|date of review|"
    r"(?:to be|next) reviewed(?: by| on| in)?|review(?: is)? due(?: on| by)?|"
    r"next review(?: is)?(?: due)?(?: on| by)?",
    "version": r"(?:policy |document )?(?:version|issue|revision)(?: ?(?:number|no\.?|#))?|v",
    "related": rf"{_POLICIES}|(?:to be )?read (?:in conjunction|alongside|together) with|see also|"
    r"links? (?:to|with) other policies|related to|linked to",
    "organisation": r"(?:name of )?(?:school|academy|organisation|trust|college)(?:[’']s)?"
    r"(?: name)?",
    "title": r"(?:policy|document) (?:title|name)|title(?: of policy)?|name of policy",
}
FIELDS = tuple(_KEYS)
_PATTERNS = {
    name: re.compile(rf"(?:the )?(?:{pattern})", re.IGNORECASE) for name, pattern in _KEYS.items()
}
_DATED = ("approved", "last-review", "review")
_PAIR = re.compile(r"(?P<key>[^:\t\n]{1,50}?)\s*(?::|\t|\s[–—-]\s)\s*(?P<value>\S[^\n]*)")
_BLANK = re.compile(
    r"[\s_.…\-–—/\[\]()<>]*|tb[acd]|n/?a|none|\[.*\]|<.*>|x+|(?:insert|enter|add|to be) .*|"
    r"dd/mm/yy+",
    re.IGNORECASE,
)
_VERSION = re.compile(r"v?(?:ersion)?\.?\s*(?P<number>\d+(?:\.\d+){0,3}[a-z]?)\b.*", re.IGNORECASE)
_SENTENCES = (
    ("approved", re.compile(
        rf"\b(?:approved|adopted|ratified)\b[^.;]{{0,120}}?\b(?:on|in)\s+(?P<value>{ANY.pattern})",
        re.IGNORECASE)),
    ("approved-by", re.compile(
        r"\b(?:approved|adopted|ratified) by (?P<value>(?:the )?[A-Z]?[^.;:,\n]{3,60}?)"
        r"(?=\s+(?:on|in|at)\b|[.;,\n]|$)", re.IGNORECASE)),
    ("approved-by", re.compile(
        r"^(?P<value>The [A-Z][\w’' ]{3,60}?) (?:has )?(?:approved|adopted|ratified) this "
        r"policy")),
    ("review", re.compile(
        rf"\b(?:will|to|is due to|must|should|shall) be (?:next )?reviewed\b[^.;]{{0,80}}?"
        rf"(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("review", re.compile(
        rf"\bnext review(?:ed)?\b[^.;]{{0,60}}?(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("last-review", re.compile(
        rf"\b(?:was )?last reviewed\b[^.;]{{0,80}}?(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("owner", re.compile(
        r"\b(?:the )?owner of this policy is (?P<value>[^.;,\n]{3,60})", re.IGNORECASE)),
)  # fmt: skip
_LONGEST = 120
_TOP, _FEW = 30, 8
_MOST_READ = 1_500
"""Letters of a paragraph in which a sentence states something; the rest is not looked at."""
_RELATED = re.compile(rf"{_POLICIES}|links? (?:to|with) other policies|see also", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated, and where."""

    name: str
    value: str
    place: str


def is_fact(text: str) -> bool:
    """True for a line such as `Review date: March 2024`."""
    found = _PAIR.match(text.strip()[:_LONGEST])
    return found is not None and bool(_name_of(found["key"]))


def find_facts(reading: Reading) -> dict[str, str]:
    """What the file states, by field; what stands there twice and differs is reported."""
    facts: dict[str, str] = {}
    for fact in _stated(reading):
        known = facts.setdefault(fact.name, fact.value)
        if known != fact.value and not _says_less(fact.value, known):
            reading.unsure.append(
                Unsure(
                    fact.place,
                    f"{fact.name} is {shown(fact.value)} here and {shown(known)} elsewhere; "
                    f"{shown(known)} was taken.",
                )
            )
    if related := _related_list(reading):
        facts.setdefault("related", related)
    return facts


def _says_less(new: str, known: str) -> bool:
    return known.startswith(new) or new.casefold() in known.casefold()


def _stated(reading: Reading) -> Iterator[Fact]:
    for key, value in reading.facts.items():
        yield from _of(key, value, "the top of the file")
    for piece in reading.pieces:
        if isinstance(piece, Grid):
            yield from _in_grid(piece)
        elif piece.role is not Role.LEFT_OUT:
            yield from _in_lines(piece)
    yield from _in_pairs_of_lines(reading)
    for text in reading.running:
        yield from _in_running(text)
    for para in reading.paras:
        yield from _in_sentences(para)


def _in_pairs_of_lines(reading: Reading) -> Iterator[Fact]:
    """In text a table is lines: `Policy owner`, and under it who that is."""
    lines = [para for para in reading.paras if para.role is Role.TEXT][:_TOP]
    if reading.has_look:
        return
    for key, value in pairwise(lines):
        words = f"{value.label} {value.text}".strip()
        if value.words <= _FEW and words[-1:] != ":" and not _name_of(words.rstrip(":")):
            found = list(_of(key.text.strip().rstrip(":"), words, key.place))
            if found:
                key.is_cover = value.is_cover = True
            yield from found


def _in_running(text: str) -> Iterator[Fact]:
    for part in re.split(r"\t|\s{3,}|\s[|•·]\s", text[:_MOST_READ]):
        if found := _PAIR.fullmatch(part.strip()):
            yield from _of(found["key"], found["value"], "the head or foot of the pages")


def _in_lines(para: Para) -> Iterator[Fact]:
    for line in para.text.split("\n"):
        found = _PAIR.match(line.strip()) if len(line) <= _LONGEST else None
        if found:
            yield from _of(found["key"], found["value"], para.place)


def _in_grid(grid: Grid) -> Iterator[Fact]:
    texts = [[_cell(cell) for cell in row] for row in grid.rows]
    heads = [_name_of(text.rstrip(":")) for text in texts[0]] if texts else []
    if len(texts) > 1 and sum(map(bool, heads)) > 1:
        last = next((row for row in reversed(texts[1:]) if any(row)), texts[1])
        for key, value in zip(texts[0], last, strict=False):
            yield from _of(key.rstrip(":"), value, grid.place)
        return
    for row in texts:
        for cell in row:
            for line in cell[:_MOST_READ].split("\n"):
                if found := _PAIR.fullmatch(line.strip()):
                    yield from _of(found["key"], found["value"], grid.place)
        for key, value in zip(row[::2], row[1::2], strict=False):
            yield from _of(key.rstrip(": "), value, grid.place)


def _in_sentences(para: Para) -> Iterator[Fact]:
    text = " ".join(para.text[:_MOST_READ].split())
    if para.role is not Role.TEXT:
        return
    if "policy" not in text.casefold() and "review" not in text.casefold():
        return
    for name, pattern in _SENTENCES:
        if found := pattern.search(text):
            value = found["value"].strip()
            yield from _checked(name, value, para.place)


def _of(key: str, value: str, place: str) -> Iterator[Fact]:
    name = _name_of(key)
    if not name or _BLANK.fullmatch(value.strip()):
        return
    yield from _checked(name, value.strip(), place)
    if name in ("approved", "approved-by"):
        yield from _other_half(name, value, place)


def _other_half(name: str, value: str, place: str) -> Iterator[Fact]:
    """`Approved by: the governors on 3 May 2025` states two things."""
    if name == "approved-by" and (day := read_date(value)):
        yield Fact("approved", day, place)
    found = re.search(r"\bby\s+(?P<who>[^,;:\d]{3,60}?)(?=\s+on\b|[,;:]|$)", value)
    if name == "approved" and found:
        yield Fact("approved-by", found["who"].strip(), place)


def _checked(name: str, value: str, place: str) -> Iterator[Fact]:
    if name in _DATED:
        if day := read_date(value):
            yield Fact(name, day, place)
        return
    if name == "version":
        if found := _VERSION.fullmatch(value):
            yield Fact(name, found["number"], place)
        return
    if name == "approved-by":
        value = re.sub(rf"\s*(?:\bon\b|,|:|\(|–|-)?\s*(?:{ANY.pattern}).*", "", value, flags=re.I)
        value = re.sub(r"^(?:the|our)\s+(?=[a-zA-Z])", "", value)
    value = " ".join(value.split()).rstrip(".,; ")
    if value and len(value) <= _LONGEST * 3 and not _BLANK.fullmatch(value):
        yield Fact(name, value, place)


def _name_of(key: str) -> str:
    words = " ".join(key.split()).strip("*•- ")
    return next((name for name, form in _PATTERNS.items() if form.fullmatch(words)), "")


def _cell(cell: list[Para]) -> str:
    return "\n".join(para.text.strip() for para in cell if para.text.strip())


def _related_list(reading: Reading) -> str:
    """The items of the list under `Related policies`."""
    pieces = reading.pieces
    for place, piece in enumerate(pieces):
        if isinstance(piece, Grid) or piece.role is Role.LEFT_OUT or piece.words > 30:
            continue
        words = piece.text.strip().rstrip(":")
        opens = (
            re.search(r"(?:in conjunction|alongside|together) with", words) and ":" in piece.text
        )
        if not (_RELATED.fullmatch(words) or (opens and piece.text.strip().endswith(":"))):
            continue
        after = [p for p in pieces[place + 1 : place + 4] if isinstance(p, Para)]
        skip = next((i for i, p in enumerate(after) if p.is_marked), None)
        if skip is None:
            continue
        items: list[str] = []
        for other in pieces[place + 1 + skip :]:
            if not isinstance(other, Para) or other.role is Role.HEADING or not other.is_marked:
                break
            items.append(" ".join(other.text.split()).rstrip(".,; "))
        if items:
            return "; ".join(items)
    return ""

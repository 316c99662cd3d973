"""Policies made of blocks whose lines are known, for tests that hold every line to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Spans,
    Subheading,
    Table,
    Verbatim,
    all_spans,
    plain,
)
from handbook.domain.policy import Policy

Fact = tuple[str, int, str]
"""What stands where: a kind, a line, and the words."""


@dataclass
class Page:
    """A file that is being written, and what a reader must find in it."""

    lines: list[str] = field(default_factory=lambda: ["---", "title: P", "---", ""])
    facts: list[Fact] = field(default_factory=list)
    follows: str = ""
    """What the block before was: code right under a list would belong to its last item."""
    count: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def put(self, line: str, *facts: tuple[str, str]) -> None:
        """Write a line, and note what stands there."""
        self.lines.append(line)
        self.facts.extend((kind, len(self.lines), words) for kind, words in facts)

    def next_number(self) -> int:
        self.count += 1
        return self.count


@dataclass(frozen=True)
class Text:
    """One to three lines; `linked` says which of them end in a link."""

    lines: tuple[tuple[str, bool], ...]

    @property
    def written(self) -> list[str]:
        return [f"{words} [k](role:dsl)" if linked else words for words, linked in self.lines]

    @property
    def words(self) -> str:
        return " ".join(f"{words} k" if linked else words for words, linked in self.lines)

    def put(self, page: Page, first: str, other: str, lead: str = "") -> None:
        """Write the lines, with what opens the first and the others."""
        spoken = lead.replace("*", "") + self.words
        for number, (line, (_, linked)) in enumerate(zip(self.written, self.lines, strict=True)):
            facts = [] if number else [("paragraph", spoken)]
            page.put(
                (other if number else first + lead) + line,
                *facts,
                *([("link", "k")] if linked else []),
            )


@dataclass(frozen=True)
class Point:
    """An item of a list, with the items nested in it."""

    text: Text
    inner: tuple[Point, ...] = ()


# Few words, so that lines repeat and a wrong line is likely to be found first.
WORDS = st.sampled_from(["a", "b", "a b", "b a", "a b.", "(a)", "a & b", "1) a", "x\tb", "a -"])
TEXTS = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=3).map(
    lambda lines: Text(tuple(lines))
)
LEADS = st.sampled_from(["**You must** ", "**You must not** ", "**Tell** ", "**Note** ", "**A** "])
POINTS = st.recursive(
    st.builds(Point, TEXTS),
    lambda inner: st.builds(Point, TEXTS, st.lists(inner, min_size=1, max_size=2).map(tuple)),
    max_leaves=5,
)
LISTS = st.lists(POINTS, min_size=1, max_size=4)


def put_list(
    page: Page, points: list[Point] | tuple[Point, ...], pad: str, *, ordered: bool, loose: bool
) -> None:
    """Write a list, each level set in by four."""
    for number, point in enumerate(points, start=1):
        if loose and number > 1:
            page.put(pad.rstrip())
        mark = f"{number}.  " if ordered else "-   "
        page.facts.append(("item", len(page.lines) + 1, ""))
        point.text.put(page, pad + mark, pad + "    ")
        if point.inner:
            if loose:
                page.put(pad.rstrip())
            put_list(page, point.inner, pad + "    ", ordered=not ordered, loose=loose)


def put_table(page: Page, rows: list[tuple[str, bool]], pad: str = "") -> None:
    """Write a table of two columns; the links of a row know their line."""
    page.put(f"{pad}| a | b |", ("table", "a/b"))
    page.put(f"{pad}| - | --- |")
    for words, linked in rows:
        cell = "[k](role:dsl)" if linked else "-"
        page.put(f"{pad}| {words} | {cell} |", *([("link", "k")] if linked else []))


def put_part(page: Page, part: tuple[str, object]) -> None:
    """Write one block with an empty line after it."""
    kind, value = part
    if kind == page.follows or {kind, page.follows} == {"code", "list"}:
        page.put("between", ("paragraph", "between"))
        page.put("")
    _WRITERS[kind](page, value)
    if kind not in ("comment", "unseen"):
        page.follows = kind
    page.put("")


def _text(page: Page, value: Text) -> None:
    value.put(page, "", "")


def _heading(page: Page, words: str) -> None:
    number = page.next_number()
    page.put(f"### {words} {{#c{number}}}", ("clause", words))
    if number % 2:
        page.put("<!-- asked: a · b", ("asked", "a"))
        page.put("a b -->")


def _small(page: Page, words: str) -> None:
    page.put(f"#### {words} ####", ("heading", words))


def _quotation(page: Page, value: tuple[str, Text, list[Point] | None]) -> None:
    lead, text, points = value
    page.facts.append(("callout", len(page.lines) + 1, ""))
    text.put(page, "> ", "> ", lead)
    if points:
        page.put(">")
        put_list(page, points, "> ", ordered=False, loose=False)


def _list(page: Page, value: tuple[list[Point], bool, bool]) -> None:
    points, ordered, loose = value
    put_list(page, points, "", ordered=ordered, loose=loose)


def _code(page: Page, lines: list[str]) -> None:
    page.facts.append(("code", len(page.lines) + 1, "\n".join(lines)))
    for line in lines:
        page.put("    " + line)


def _comment(page: Page, lines: list[str]) -> None:
    for line in ("<!--", *lines, "-->"):
        page.put(line)


def _unseen(page: Page, kind: str) -> None:
    number = page.next_number()
    written = {
        "note": [f"[^n{number}]: a", "", "    a b"],
        "reference": [f"[r{number}]: a.md"],
        "abbreviation": ["*[zz]: a"],
        "rule": ["---"],
    }
    for line in written[kind]:
        page.put(line)
    if kind == "note":
        page.put("")
        page.put("between", ("paragraph", "between"))


_WRITERS: dict[str, Callable[[Page, Any], None]] = {
    "text": _text,
    "clause": _heading,
    "small": _small,
    "quotation": _quotation,
    "list": _list,
    "table": put_table,
    "code": _code,
    "comment": _comment,
    "unseen": _unseen,
}
LINES = st.lists(st.sampled_from(["a", "b", "a b", "- a", "> b", "  a"]), min_size=1, max_size=3)
PARTS = st.one_of(
    st.tuples(st.just("text"), TEXTS),
    st.tuples(st.just("clause"), st.sampled_from(["a", "b", "a b"])),
    st.tuples(st.just("small"), st.sampled_from(["a", "b", "a b"])),
    st.tuples(st.just("quotation"), st.tuples(LEADS, TEXTS, st.none() | LISTS)),
    st.tuples(st.just("list"), st.tuples(LISTS, st.booleans(), st.booleans())),
    st.tuples(st.just("table"), st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=3)),
    st.tuples(st.just("code"), LINES),
    st.tuples(st.just("comment"), LINES),
    st.tuples(st.just("unseen"), st.sampled_from(["note", "reference", "abbreviation", "rule"])),
)


def written(parts: list[tuple[str, object]]) -> Page:
    """A policy of these blocks."""
    page = Page()
    page.put("## a {#top}", ("section", "a"))
    page.put("")
    for part in parts:
        put_part(page, part)
    return page


PAGES = st.lists(PARTS, min_size=1, max_size=10).map(written)


def facts_of(policy: Policy) -> list[Fact]:
    """What a policy says stands where, in reading order."""
    return list(_facts(policy))


def _facts(policy: Policy) -> Iterator[Fact]:
    for section in policy.sections:
        yield ("section", section.line, section.title)
        yield from _of_blocks(section.blocks)
        for clause in section.clauses:
            if not section.is_clause:
                yield ("clause", clause.line, clause.title)
                yield from (("asked", clause.line + 1, words) for words in clause.asked[:1])
            yield from _of_blocks(clause.blocks)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Fact]:
    for block in blocks:
        match block:
            case Paragraph(spans=spans, line=line):
                yield ("paragraph", line, plain(spans))
                yield from _links(spans)
            case Subheading(spans=spans, line=line):
                yield ("heading", line, plain(spans))
            case Verbatim(text=text, line=line):
                yield ("code", line, text)
            case Callout(blocks=inner, line=line):
                yield ("callout", line, "")
                yield from _of_blocks(inner)
            case Listing(items=items, line=line):
                assert line == items[0].line
                for item in items:
                    yield ("item", item.line, "")
                    yield from _of_blocks(item.blocks)
            case Table(head=head, line=line):
                yield ("table", line, "/".join(map(plain, head)))
                yield from _links(tuple(all_spans((block,))))


def _links(spans: Spans) -> Iterator[Fact]:
    return (("link", span.line, span.text) for span in spans if span.link)

"""What search knows of a clause: its words, each with a weight for where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Subheading,
    Table,
    plain,
)
from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import Clause, ClauseRef, Policy, Section
from handbook.search.english import STOP_WORDS
from handbook.search.words import folded_words, stem

BODY = 1.0
HEADING = 1.0
LEAD_IN = 0.5
ASKED = 0.7
SECTION = 0.3
INTRO = 0.3
POLICY = 0.1


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or row; an item carries the sentence above its list.

    Without it, "wait for an answer" could read as the opposite of "You must not".
    """

    text: str
    lead: str = ""
    is_rule: bool = False
    """True for what stands in a callout."""

    @property
    def whole(self) -> str:
        """The words as they are shown by themselves."""
        return f"{self.lead} {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True)
class Source:
    """A clause and where it stands."""

    policy: Policy
    section: Section
    clause: Clause

    @property
    def ref(self) -> ClauseRef:
        """How the clause is named."""
        return ClauseRef(self.policy.id, self.clause.id)


@dataclass(frozen=True, slots=True)
class Document:
    """A clause as the index takes it."""

    weights: dict[str, float]
    """Each stem with the sum of its weights."""
    text: tuple[str, ...]
    """The stems of heading and body in order, stop words included, for phrases."""
    phrases: tuple[tuple[str, ...], ...]
    """The stems of the heading and of each thing that staff ask."""
    words: tuple[str, ...]
    """Every word as written, folded, as often as it stands there."""
    policy: str


def sources(library: Library) -> list[Source]:
    """Every clause of a library in reading order; the place in the list is its number."""
    return [
        Source(policy, section, clause)
        for policy in library.policies
        for section in policy.sections
        for clause in section.clauses
    ]


def documents(library: Library) -> Iterator[Document]:
    """The documents of all clauses, in the order of `sources`."""
    for source in sources(library):
        yield document(source, library)


def document(source: Source, library: Library) -> Document:
    """The document of one clause."""
    words: list[str] = []
    weights: dict[str, float] = {}

    def add(text: str, weight: float) -> list[str]:
        found = folded_words(text)
        words.extend(found)
        for word in found:
            if word not in STOP_WORDS:
                key = stem(word)
                weights[key] = weights.get(key, 0.0) + weight
        return found

    clause = source.clause
    order = add(clause.title, HEADING)
    for passage in passages(filled(clause.blocks, library.school)):
        add(passage.lead, LEAD_IN)
        order += add(passage.text, BODY)
    for asked in clause.asked:
        add(asked, ASKED)
    for text, weight in _around(source):
        add(text, weight)
    return Document(
        weights, tuple(map(stem, order)), _phrases(clause), tuple(words), source.policy.id
    )


def _phrases(clause: Clause) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(stem(word) for word in folded_words(text) if word not in STOP_WORDS)
        for text in (clause.title, *clause.asked)
    )


def _around(source: Source) -> Iterator[tuple[str, float]]:
    """The words of the policy and the section, which its clauses share."""
    policy, section = source.policy, source.section
    yield policy.title, POLICY
    for keyword in policy.keywords:
        yield keyword, POLICY
    if not section.is_clause:
        yield section.title, SECTION
    if section.clauses[0] is not source.clause:
        return
    for asked in () if section.is_clause else section.asked:
        yield asked, INTRO
    for passage in () if section.is_clause else passages(section.blocks):
        yield passage.whole, INTRO
    if policy.sections[0] is section:
        yield policy.summary, POLICY
        for passage in passages(policy.intro):
            yield passage.whole, POLICY


def passages(blocks: Iterable[Block], lead: str = "") -> Iterator[Passage]:
    """The blocks as passages; what ends in a colon leads the list that follows it."""
    above = lead
    for block in blocks:
        match block:
            case Paragraph() | Subheading():
                text = plain(block.spans)
                above = text if _leads(text) else lead
                yield Passage(text, lead)
            case Callout():
                inside = list(passages(block.blocks, lead))
                above = inside[-1].text if inside and _leads(inside[-1].text) else lead
                yield from (replace(passage, is_rule=True) for passage in inside)
            case Listing():
                yield from _items(block, above)
            case Table():
                yield from _rows(block)
            case _:
                yield Passage(block.text, lead)


def _leads(text: str) -> bool:
    """True for words that are not finished without the list under them."""
    return text.rstrip().endswith((":", "-", "\u2013"))


def _items(listing: Listing, lead: str) -> Iterator[Passage]:
    for item in listing.items:
        yield from passages(item.blocks, lead)


def _rows(table: Table) -> Iterator[Passage]:
    yield Passage(" · ".join(map(plain, table.head)))
    for row in table.rows:
        yield Passage(" · ".join(map(plain, row)))

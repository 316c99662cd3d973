"""The one builder of a policy's document: reader, preview and print all show what it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QTextCursor, QTextDocument

from handbook.app.document.front import NO_FRONT, Front
from handbook.app.document.matches import Match, matches
from handbook.app.document.styles import Box, Spot, Styles
from handbook.app.document.writer import Writer
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.domain.blocks import Block, Footnote, Paragraph
from handbook.domain.filling import filled
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.school import School
from handbook.domain.word_changes import RunKind


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks from the first to the last, by their numbers."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A document and where its parts are in it."""

    document: QTextDocument
    clauses: Mapping[str, Extent] = field(default_factory=dict)
    """By clause id, in reading order."""
    sections: Mapping[str, Extent] = field(default_factory=dict)
    boxes: tuple[tuple[Box, Extent], ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict)
    """Where links to footnotes, and back from them, lead: block numbers by address."""
    matches: tuple[Match, ...] = ()
    """Where the terms are that were asked for."""
    marked: tuple[tuple[Match, RunKind], ...] = ()
    """Where the words are that went or came between two versions."""


def build(
    policy: Policy,
    school: School,
    look: Look,
    *,
    only_section: str | None = None,
    terms: Sequence[str] = (),
    front: Front = NO_FRONT,
    content: Path | None = None,
) -> BuiltDocument:
    """Build a policy, or one section of it, in the colours and size of a look.

    `content` is the folder whose pictures may be shown; without it their words stand there.
    """
    return _Builder(policy, school, look, content).build(only_section, terms, front)


class _Builder:
    """Builds one document from top to bottom."""

    def __init__(self, policy: Policy, school: School, look: Look, content: Path | None) -> None:
        self._policy = policy
        self._school = school
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(look.font(Type.READING, reading=True))
        self._writer = Writer(self._document, Styles(look), content)
        self._clauses: dict[str, Extent] = {}
        self._sections: dict[str, Extent] = {}

    def build(self, only_section: str | None, terms: Sequence[str], front: Front) -> BuiltDocument:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if only_section is None:
            self._writer.link_notes()
            self._front(front)
        for section in self._policy.sections:
            if only_section in (None, section.id):
                self._section(section)
        if only_section is None and self._policy.footnotes:
            self._footnotes(self._policy.footnotes)
        self._writer.finish()
        cursor.endEditBlock()
        return BuiltDocument(
            self._document,
            self._clauses,
            self._sections,
            self._boxes(),
            notes=self._writer.notes,
            matches=matches(self._document, terms),
        )

    def _front(self, front: Front) -> None:
        self._writer.heading(self._policy.title, Type.DISPLAY, level=1, below=6)
        if front.meta:
            self._writer.meta(front.meta)
        if front.notice:
            spot = Spot(Box.OVERDUE, self._writer.new_group(Box.OVERDUE))
            self._writer.box_heading(front.notice_title, spot)
            self._writer.blocks((Paragraph(front.notice, 0),), spot)
        self._blocks(self._policy.intro)

    def _section(self, section: Section) -> None:
        first = self._writer.next_block
        self._writer.heading(section.title, Type.SECTION, level=2, label=section.label, above=28)
        self._blocks(section.blocks)
        for clause in section.clauses:
            self._clause(clause, first if section.is_clause else None)
        self._sections[section.id] = Extent(first, self._writer.next_block - 1)

    def _clause(self, clause: Clause, heading: int | None) -> None:
        first = self._writer.next_block if heading is None else heading
        if heading is None:
            self._writer.heading(
                clause.title, Type.HEADING, level=3, label=clause.label, above=24, below=4
            )
        self._blocks(clause.blocks)
        self._clauses[clause.id] = Extent(first, self._writer.next_block - 1)

    def _blocks(self, blocks: tuple[Block, ...]) -> None:
        self._writer.blocks(filled(blocks, self._school))

    def _footnotes(self, footnotes: tuple[Footnote, ...]) -> None:
        self._writer.heading("Notes", Type.HEADING, level=2, above=32)
        for footnote in footnotes:
            self._writer.footnote(footnote.number, filled(footnote.blocks, self._school))

    def _boxes(self) -> tuple[tuple[Box, Extent], ...]:
        return tuple(
            (box, Extent(first, last)) for box, first, last in self._writer.boxes if last >= first
        )

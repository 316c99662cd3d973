"""A policy, its sections and its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import ClassVar

from handbook.domain.blocks import Block, Callout, Footnote, all_blocks, block_texts
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound
from handbook.domain.later import Later
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.question import Question
from handbook.domain.rule import RuleKind, heaviest

__all__ = ["Clause", "ClauseRef", "Confirm", "Policy", "PolicyCard", "Section"]


@dataclass(frozen=True, slots=True)
class Clause(Later):
    """The unit of search, links, citation and print.

    `label` is the number that readers see, such as `4.2`. The id never changes, the
    label does when clauses are added before it.
    """

    LATER: ClassVar[tuple[str, ...]] = ("blocks", "asked")

    id: str
    title: str
    label: str
    blocks: tuple[Block, ...]
    line: int
    asked: tuple[str, ...] = ()
    """What staff type when they need this clause."""

    @property
    def kinds(self) -> tuple[RuleKind, ...]:
        """The kinds of all callouts, in the order of weight, each once."""
        callouts = (block for block in all_blocks(self.blocks) if isinstance(block, Callout))
        found = {callout.kind for callout in callouts}
        return tuple(kind for kind in RuleKind if kind in found)

    @property
    def kind(self) -> RuleKind | None:
        """The kind to show where only one can be shown."""
        return heaviest(self.kinds)

    @property
    def text(self) -> str:
        """The words of the clause, a line for each block."""
        return "\n".join(block_texts(self.blocks))


@dataclass(frozen=True, slots=True)
class Section(Later):
    """A `##` heading with the clauses under it.

    A section without `###` headings is one clause itself: it then holds exactly one
    clause, with the section's own id, title and label.
    """

    LATER: ClassVar[tuple[str, ...]] = ("blocks", "asked")

    id: str
    title: str
    label: str
    blocks: tuple[Block, ...]
    """The words between the section's heading and its first clause."""
    clauses: tuple[Clause, ...]
    line: int
    asked: tuple[str, ...] = ()

    @property
    def is_clause(self) -> bool:
        """True where the section has no clauses under it and is one itself."""
        return len(self.clauses) == 1 and self.clauses[0].id == self.id


class _Counted(Later):
    """Remembers what a list shows of a policy: to count its words all must be read."""

    __slots__ = ("_card",)
    _card: PolicyCard


@dataclass(frozen=True, slots=True)
class Policy(_Counted):
    """One policy as the school approved it."""

    LATER: ClassVar[tuple[str, ...]] = ("intro", "sections", "footnotes", "questions")

    id: str
    title: str
    file: str
    """Relative to the content folder, with forward slashes."""
    collection: str = ""
    summary: str = ""
    owner: str = ""
    """The role id of the person who answers for it."""
    version: str = ""
    """Text, never a number: 3.10 is not 3.1."""
    approved: date | None = None
    approved_by: str = ""
    review: date | None = None
    law_as_of: date | None = None
    applies_to: tuple[str, ...] = ()
    confirm: Confirm = Confirm.NEVER
    why_changed: str = ""
    """Why this version says something else than the one before, in a sentence."""
    keywords: tuple[str, ...] = ()
    intro: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    questions: tuple[Question, ...] = ()
    """A short check of understanding; asked when somebody confirms, and shown nowhere else."""

    @property
    def clauses(self) -> Iterator[Clause]:
        """All clauses in reading order."""
        return chain.from_iterable(section.clauses for section in self.sections)

    def clause(self, clause_id: str) -> Clause:
        """The clause, or the first clause of the section, with this id; raises NotFound."""
        for section in self.sections:
            for clause in section.clauses:
                if clause_id in (clause.id, section.id):
                    return clause
        raise NotFound(f"{self.title} has no clause {clause_id!r}")

    def section_of(self, clause_id: str) -> Section:
        """The section that holds a clause, or is it; raises NotFound."""
        for section in self.sections:
            if section.id == clause_id or any(c.id == clause_id for c in section.clauses):
                return section
        raise NotFound(f"{self.title} has no clause {clause_id!r}")

    def is_overdue(self, today: date) -> bool:
        """True past the review date. A policy without a review date counts as overdue."""
        return self.review is None or self.review < today

    @property
    def card(self) -> PolicyCard:
        """What a list of policies shows of this one; worked out once."""
        if not hasattr(self, "_card"):
            self.keep_card(self._worked_out())
        return self._card

    def keep_card(self, card: PolicyCard) -> None:
        """Take this card for its own: it was worked out when the same words were read."""
        object.__setattr__(self, "_card", card)

    def _worked_out(self) -> PolicyCard:
        return PolicyCard(
            id=self.id,
            title=self.title,
            collection=self.collection,
            summary=self.summary,
            owner=self.owner,
            version=self.version,
            approved=self.approved,
            review=self.review,
            confirm=self.confirm,
            clauses=sum(1 for _ in self.clauses),
            words=sum(len(clause.text.split()) for clause in self.clauses),
            applies_to=self.applies_to,
        )

"""The page of one policy: its outline, its standing, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from handbook.domain.blocks import Block
from handbook.domain.filling import filled
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.seen import GUIDE
from handbook.exporters.site.addresses import MAIN, OUTLINE, PEOPLE, POLICIES
from handbook.exporters.site.frame import Frame
from handbook.exporters.site.markup import Html, element, joined
from handbook.exporters.site.words import KIND_ICONS, long_day, month_of, who
from handbook.markup.html import blocks_html

_FLAGGED = (RuleKind.MUST_NOT, RuleKind.TELL)
"""What the outline shows beside a clause, so that the risky ones are seen from there."""


def policy_page(policy: Policy, frame: Frame, today: date) -> bytes:
    """The whole page; a review that falls due after `today` is told by the page's own script."""
    return _Page(policy, frame, today).page()


class _Page:
    def __init__(self, policy: Policy, frame: Frame, today: date) -> None:
        self._policy = policy
        self._frame = frame
        self._today = today
        self._school = frame.library.school
        self._tables = count(1)

    def page(self) -> bytes:
        policy = self._policy
        article = element(
            "article",
            element("h1", policy.title),
            self._facts(),
            self._overdue(),
            self._not_the_app(),
            self.blocks(policy.intro),
            *self._sections(),
            self._footnotes(),
            class_="sheet",
        )
        main = element("main", self._path(), article, id=MAIN, tabindex="-1")
        body = element("div", self._outline(), main, class_="reader")
        return self._frame.page(policy.title, body, POLICIES)

    def blocks(self, blocks: tuple[Block, ...]) -> Html | None:
        html = blocks_html(filled(blocks, self._school), self._frame.address)
        return self._dressed(html) if html else None

    def _dressed(self, html: str) -> Html:
        """Callouts with their icons, and tables that scroll on their own.

        Every sign of the text is escaped, so these tags can only be those of the writer.
        """
        for kind, icon in KIND_ICONS.items():
            quotation = f'<blockquote class="{kind.value}">'
            html = html.replace(quotation, quotation + self._frame.icons(icon))
        html = re.sub("<table>", self._in_its_box, html).replace("</table>", "</table></div>")
        return Html(html.replace("<th>", '<th scope="col">'))

    def _in_its_box(self, table: re.Match[str]) -> str:
        """A table with a box that scrolls, which the Tab key reaches and a screen reader names."""
        name = f"Table {next(self._tables)}"
        return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{table[0]}'

    def _path(self) -> Html:
        collection = self._policy.collection
        way: Html | str = element("a", "Policies", href=POLICIES)
        if collection:
            way = joined(way, " › ", collection)
        return element("p", way, class_="path")

    def _facts(self) -> Html:
        policy = self._policy
        by = f" by the {policy.approved_by}" if policy.approved_by else ""
        facts: list[Html | str] = [f"Version {policy.version}"] if policy.version else []
        if policy.approved:
            facts.append(f"approved{by} on {long_day(policy.approved)}")
        if policy.review:
            facts.append(f"next review {long_day(policy.review)}")
        if owner := self._owner():
            facts.append(joined("owner: ", owner))
        return element("p", joined(*facts, by=" · "), class_="facts")

    def _owner(self) -> Html | None:
        contact = self._school.contacts.get(self._policy.owner)
        if contact is None:
            return None
        return element("a", who(contact), href=f"{PEOPLE}#{contact.id}")

    def _overdue(self) -> Html:
        review = self._policy.review
        since = f"Review overdue since {month_of(review)}" if review else "No review date set"
        looked = (
            f"This policy should have been looked at again by {long_day(review)}. "
            if review
            else "Nobody has said when this policy is to be looked at again. "
        )
        ask = self._owner()
        return element(
            "div",
            self._frame.icons("clock"),
            element("h2", since),
            element(
                "p",
                looked + "It still applies. If something here seems out of date, ask ",
                ask or "the school office",
                " before you rely on it.",
            ),
            class_="overdue",
            data_review=review.isoformat() if review else None,
            hidden=not self._policy.is_overdue(self._today),
        )

    def _not_the_app(self) -> Html | None:
        """The guide on what stays private is about the app, and a website keeps less private."""
        if self._policy.id != GUIDE:
            return None
        return element(
            "blockquote",
            self._frame.icons("info"),
            element(
                "p",
                element("strong", "Note"),
                " that this page is about the Handbook app. On this website your browser keeps a "
                "list of the pages that you open, and the web server may keep one too.",
            ),
            class_="note",
        )

    def _sections(self) -> Iterator[Html | None]:
        for section in self._policy.sections:
            if not section.is_clause:
                yield _heading("h2", section)
                yield self.blocks(section.blocks)
            tag = "h2" if section.is_clause else "h3"
            for clause in section.clauses:
                heading = _heading(tag, clause)
                words = self.blocks(clause.blocks)
                yield element("section", heading, words, class_="clause")

    def _footnotes(self) -> Html | None:
        notes = self._policy.footnotes
        if not notes:
            return None
        items = (
            element("li", self.blocks(note.blocks), id=f"note-{note.number}") for note in notes
        )
        return element("section", element("h2", "Notes"), element("ol", *items), class_="notes")

    def _outline(self) -> Html:
        items = [
            element("li", self._entry(section), self._under(section))
            for section in self._policy.sections
        ]
        heading = element("h2", "On this page", id=OUTLINE)
        return element(
            "nav",
            heading,
            element("ol", *items),
            class_="outline",
            aria_labelledby=OUTLINE,
            tabindex="0",
        )

    def _under(self, section: Section) -> Html | None:
        if section.is_clause:
            return None
        return element("ol", *(element("li", self._entry(clause)) for clause in section.clauses))

    def _entry(self, part: Section | Clause) -> Html:
        shown = part.clauses[0] if isinstance(part, Section) and part.is_clause else part
        kinds = shown.kinds if isinstance(shown, Clause) else ()
        return element(
            "a",
            element("span", part.label, class_="number"),
            element("span", part.title),
            *self._flags(kinds),
            href=f"#{part.id}",
        )

    def _flags(self, kinds: Iterable[RuleKind]) -> Iterator[Html]:
        for kind in kinds:
            if kind in _FLAGGED:
                said = element("span", f" ({kind.lead})", class_="heard")
                yield element(
                    "span", self._frame.icons(KIND_ICONS[kind]), said, class_=f"flag {kind.value}"
                )


def _heading(tag: str, part: Section | Clause) -> Html:
    number = element("a", part.label, href=f"#{part.id}", class_="number") if part.label else None
    return element(tag, number, " ", part.title, id=part.id)

"""What About says: facts of the program and of its content, and the licences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from handbook.app.dates import long_date
from handbook.domain.blocks import Block, Verbatim
from handbook.domain.summary import Summary
from handbook.markup.page import read_page

MODEL = "Model content, not signed by a school"
"""What stands for the signature until a school's own pack is installed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A text about licences: its title, and where it lies."""

    title: str
    file: Path


class AboutView(Protocol):
    """What the presenter asks of the page."""

    def show_about(self, facts: tuple[Fact, ...], notices: tuple[str, ...]) -> None:
        """Show the facts, and the titles of the notices."""

    def show_notice(self, title: str, blocks: tuple[Block, ...]) -> None:
        """Show one text whole."""


class AboutPresenter:
    """Shows the facts, and a notice when it is asked for; each is read only then."""

    def __init__(
        self,
        page: AboutView,
        version: str,
        notices: Sequence[Notice],
        summary: Callable[[], Summary],
        signed: Callable[[], str] = str,
    ) -> None:
        self._page = page
        self._version = version
        self._notices = tuple(notices)
        self._summary = summary
        self._signed = signed

    def show(self) -> None:
        """Show the facts anew."""
        self._page.show_about(
            facts(self._summary(), self._version, self._signed()),
            tuple(each.title for each in self._notices),
        )

    def notice_chosen(self, index: int) -> None:
        """Show a notice by its place in the list; one that is missing says so."""
        notice = self._notices[index]
        try:
            text = notice.file.read_text(encoding="utf-8")
        except OSError:
            missing = f"This text should lie in {notice.file}, and is not there."
            self._page.show_notice(notice.title, (Verbatim(missing, 0),))
            return
        if notice.file.suffix == ".md":
            self._page.show_notice(notice.title, read_page(text, notice.file.name))
        else:
            self._page.show_notice(notice.title, (Verbatim(_unfolded(text), 0),))


def facts(summary: Summary, version: str, signed: str = "") -> tuple[Fact, ...]:
    """What is known of the program and its content; `signed` says which pack it is."""
    found = [Fact("Version of the program", version)]
    found.append(Fact("School", summary.school.name or "No name filled in yet"))
    found.append(Fact("Policies", f"{len(summary.cards)} with {summary.clauses:,} clauses"))
    if summary.content_date is not None:
        found.append(Fact("Newest approval", long_date(summary.content_date)))
    if summary.digest:
        found.append(Fact("Content’s fingerprint", summary.digest[:16]))
    found.append(Fact("Content", signed or MODEL))
    return tuple(found)


def bundled_notices(root: Path) -> tuple[Notice, ...]:
    """The texts that come with the program, under its folder.

    The last are of the packages in it; they are gathered when it is built.
    """
    fonts = root / "resources" / "fonts"
    return (
        Notice("What comes with the program", root / "THIRD-PARTY.md"),
        Notice("The handbook’s own licence", root / "LICENSE"),
        Notice("Atkinson Hyperlegible Next", fonts / "AtkinsonHyperlegibleNext-LICENSE.txt"),
        Notice("Source Serif 4", fonts / "SourceSerif4-LICENSE.txt"),
        *(Notice(file.stem, file) for file in sorted((root / "licences").glob("*.txt"))),
    )


def _unfolded(text: str) -> str:
    """A licence's paragraphs on one line each, so that they break where the window does."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in parts if part)

"""What becomes of a record: saved, printed or forgotten, and when to ask before it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from handbook.app.dates import short_date
from handbook.app.journey.record_for import RecordFor
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Saved, Went
from handbook.domain.record import TITLE, Parts, Record


class RecordOutlet(Protocol):
    """The ways out of the page; each asks the reader where to, and keeps nothing."""

    def save(self, record: Record, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        """Save a file of a kind; the name is offered without its ending."""

    def print_out(self, record: Record) -> Went:
        """Print."""

    def withdraw(self) -> None:
        """Take a question away that is still open: nothing is saved or printed."""


class RecordPageView(Protocol):
    """What the presenter asks of the page."""

    def show_form(self, meant: RecordFor) -> None:
        """Show an empty form for a route."""

    def texts(self) -> Mapping[Parts, str]:
        """What is typed, by part."""

    def show_written(self, parts: frozenset[Parts]) -> None:
        """Say which parts have words; without any, a blank sheet comes out."""

    def hold(self, *, holds: bool) -> None:
        """Whether the window asks before it closes."""

    def say_saved(self, sentence: str, *, can_clear: bool) -> None:
        """Say where the file is; with words on the page, offer to clear it."""

    def say_not_saved(self, sentence: str) -> None:
        """Say where it could not be saved and why; the words stay."""

    def say(self, sentence: str) -> None:
        """Say what was done."""

    def ask_to_leave(self) -> None:
        """Ask whether to save the words, to forget them or to stay."""

    def say_nothing(self) -> None:
        """Take away what was said or asked."""

    def clear(self) -> None:
        """Empty every field, and the way back to what was in it."""

    def forget(self) -> None:
        """Empty everything that was shown."""


class RecordPresenter:
    """Decides about one record at a time.

    It never holds the words: they are on the page, and are read for as long as a file is made
    of them. After `forget` no word of the journey is left here or on the page.
    """

    def __init__(
        self, page: RecordPageView, outlet: RecordOutlet, today: Callable[[], date]
    ) -> None:
        self._page = page
        self._outlet = outlet
        self._today = today
        self._meant: RecordFor | None = None
        self._is_kept = True
        """Whether all that is typed is in a file by now."""
        self._leave: Callable[[], object] = _stay
        self.on_back: Callable[[], object] = _stay
        """The reader goes back to their route."""
        self.on_close: Callable[[], object] = _stay
        """The window may close."""

    def show(self, meant: RecordFor) -> None:
        """Begin a record for a route."""
        self._meant = meant
        self._page.show_form(meant)
        self._cleared()

    def text_changed(self) -> None:
        """Somebody typed; to go on typing also answers what was asked."""
        if self._meant is None:
            return
        written = self._written()
        self._is_kept = not written
        self._leave = _stay
        self._page.say_nothing()
        self._page.show_written(written)
        self._page.hold(holds=bool(written))

    def save_pdf(self) -> None:
        """Save a PDF, at a place that the reader is asked for."""
        self._save(FileKind.PDF)

    def save_word(self) -> None:
        """Save a Word file, at a place that the reader is asked for."""
        self._save(FileKind.WORD)

    def print_out(self) -> None:
        """Print; the words stay, as nobody knows here whether paper came out."""
        went = self._outlet.print_out(self._record())
        if self._meant is None:
            return
        match went:
            case NotSaved(sentence):
                self._page.say_not_saved(sentence)
            case Cancelled():
                pass
            case _:
                self._page.say(went.sentence)

    def back(self) -> None:
        """Go back to the route, and ask first where words would be lost."""
        self._go(self.on_back)

    def close(self) -> None:
        """Close the window, and ask first where words would be lost."""
        self._go(self.on_close)

    def save_and_leave(self) -> None:
        """Save a PDF and go where the reader was going; without a file, stay."""
        leave = self._leave
        if self._save(FileKind.PDF):
            self._leave_by(leave)

    def forget_and_leave(self) -> None:
        """Go where the reader was going, the words forgotten."""
        self._leave_by(self._leave)

    def stay(self) -> None:
        """Do nothing of what was asked."""
        self._leave = _stay
        self._page.say_nothing()

    def clear(self) -> None:
        """Empty the form; the record is for the same route."""
        self._page.clear()
        self._cleared()

    def forget(self) -> None:
        """Drop everything, here and on the page."""
        self._meant = None
        self._is_kept = True
        self._leave = _stay
        self._outlet.withdraw()
        self._page.forget()
        self._page.hold(holds=False)

    def _cleared(self) -> None:
        self._is_kept = True
        self.stay()
        self._page.show_written(frozenset())
        self._page.hold(holds=False)

    def _written(self) -> frozenset[Parts]:
        record = self._record()
        return frozenset(part for part in Parts if record.text(part))

    def _record(self) -> Record:
        meant = self._meant or RecordFor()
        return Record(meant.route, meant.person, self._page.texts())

    def _save(self, kind: FileKind) -> bool:
        record = self._record()
        went = self._outlet.save(record, f"{TITLE} {short_date(self._today())}", kind)
        if self._meant is None:  # the reader left quickly while the question stood open
            return False
        match went:
            case Saved():
                self._is_kept = True
                self._page.hold(holds=False)
                self._page.say_saved(went.sentence, can_clear=not record.is_blank)
            case NotSaved(sentence):
                self._page.say_not_saved(sentence)
        return isinstance(went, Saved)

    def _go(self, leave: Callable[[], object]) -> None:
        if self._is_kept:
            self._leave_by(leave)
        else:
            self._leave = leave
            self._page.ask_to_leave()

    def _leave_by(self, leave: Callable[[], object]) -> None:
        self.forget()
        leave()


def _stay() -> None:
    """Go nowhere."""

"""A page without a window and a way out without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from handbook.app.journey.record_for import RecordFor
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved, Went
from handbook.domain.record import Parts, Record

PLACE = Path("/home/staff/Documents")


class FakePage:
    """Notes what is said, and holds the texts as the page does."""

    def __init__(self) -> None:
        self.typed: dict[Parts, str] = {}
        self.meant: RecordFor | None = None
        self.written: frozenset[Parts] = frozenset()
        self.holds = False
        self.said = ""
        self.can_clear = False

    def show_form(self, meant: RecordFor) -> None:
        self.meant = meant
        self.typed = {}

    def texts(self) -> Mapping[Parts, str]:
        return self.typed

    def show_written(self, parts: frozenset[Parts]) -> None:
        self.written = parts

    def hold(self, *, holds: bool) -> None:
        self.holds = holds

    def say_saved(self, sentence: str, *, can_clear: bool) -> None:
        self.said, self.can_clear = sentence, can_clear

    def say_not_saved(self, sentence: str) -> None:
        self.said = sentence

    def say(self, sentence: str) -> None:
        self.said = sentence

    def ask_to_leave(self) -> None:
        self.said = "leave?"

    def say_nothing(self) -> None:
        self.said = ""

    def clear(self) -> None:
        self.typed = {}

    def forget(self) -> None:
        self.typed, self.meant, self.said = {}, None, ""


class FakeOutlet:
    """Saves nowhere, and remembers what it was given."""

    def __init__(self) -> None:
        self.answer: Saved | NotSaved | Cancelled = Saved(PLACE / "Record 21 Nov.pdf")
        self.printing: Went = Printed()
        self.saved: list[tuple[Record, str, FileKind]] = []
        self.printed: list[Record] = []
        self.withdrawn = 0
        self.meanwhile: Callable[[], None] = _nothing

    def save(self, record: Record, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        self.meanwhile()
        self.saved.append((record, name, kind))
        return self.answer

    def print_out(self, record: Record) -> Went:
        self.printed.append(record)
        self.meanwhile()
        return self.printing

    def withdraw(self) -> None:
        self.withdrawn += 1


def _nothing() -> None:
    """Nothing happens while a question stands open."""

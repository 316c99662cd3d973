"""What an editor does beyond typing: insert, begin, rename, import, paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from handbook.app.background import LatestOnly
from handbook.app.desk.choosing import choose_files
from handbook.app.desk.files import CannotOpen, CannotSave, ContentFiles
from handbook.app.desk.files_made.begun import NewKind, file_of, text_of
from handbook.app.desk.files_made.drafts import draft_file, drafts_of
from handbook.app.desk.files_made.panel import NewPanel
from handbook.app.desk.importable import PASTED_PLAIN, asked_for, what_is_missing
from handbook.app.desk.insert.items import Item, items
from handbook.app.desk.insert.palette import Palette
from handbook.app.desk.paste import is_only_words, markdown_of
from handbook.app.desk.renaming.panel import RenamePanel
from handbook.app.desk.renaming.plan import Plan, file_plan, id_at, place_plan
from handbook.app.desk.tables.panel import TablePanel
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.domain.errors import HandbookError
from handbook.domain.library import Library
from handbook.importers.draft import Draft
from handbook.markup.table_text import TableText, table_at


class ActsHouse(Protocol):
    """What the acts ask of the desk."""

    window: DeskWindow
    work: WorkPresenter
    files: ContentFiles

    @property
    def library(self) -> Library:
        """The content as it was last checked."""

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def say(self, words: str) -> None:
        """Say a sentence."""

    def list_files(self) -> None:
        """Show the files as they are now."""


class DeskActs(QObject):
    """Panels are made when they are first wanted."""

    def __init__(
        self, house: ActsHouse, look: Look, today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._look = look
        self._today = today
        self._importing = LatestOnly(self)
        self.ask_files: Callable[[], Sequence[str]] = lambda: choose_files(
            house.window, *asked_for()
        )

    @cached_property
    def palette(self) -> Palette:
        """The search over what can be inserted."""
        made = Palette(self._look, self._house.window)
        made.chosen.connect(self._insert)
        return made

    @cached_property
    def new_panel(self) -> NewPanel:
        """The form for a new file."""
        made = NewPanel(self._look, self._house.window, lambda name: name in self._names())
        made.wanted.connect(self._begin)
        return made

    @cached_property
    def table_panel(self) -> TablePanel:
        """The grid over a table."""
        made = TablePanel(self._look, self._house.window)
        made.put.connect(self._put_table)
        return made

    @cached_property
    def rename_panel(self) -> RenamePanel:
        """The form for another name."""
        made = RenamePanel(self._look, self._house.window)
        made.wanted.connect(self._rename)
        return made

    def insert(self) -> None:
        """Search for something to insert."""
        if not self._house.library.policies:
            self._house.say("The content is still being read. Try again in a moment.")
        elif self._writes():
            file = self._house.work.shown
            self.palette.open_with(items(self._house.library, file), self._anchor)

    def begin(self) -> None:
        """Ask for a new file."""
        self.new_panel.open_under(self._anchor, self._anchor)

    def edit_table(self) -> None:
        """Show the table that the cursor is in as a grid."""
        source = self._house.window.source
        table = table_at(self._house.work.text, source.line) if source.isVisible() else None
        if table is None:
            self._house.say("Put the cursor into a table first; Ctrl+Shift+K inserts one.")
        else:
            self.table_panel.open_with(table, self._anchor)

    def rename_file(self) -> None:
        """Ask for another name of the file that is shown."""
        file = self._house.work.shown
        if "/" not in file or file.endswith(".scenarios.md"):
            self._house.say("This file keeps its name. Stories follow the name of their flow.")
            return
        texts, now = self._texts(), file.rpartition("/")[2].partition(".")[0]
        self.rename_panel.open_for(
            "Another name for this file",
            now,
            lambda new: file_plan(texts, file, new),
            self._anchor,
        )

    def rename_place(self) -> None:
        """Ask for another name of the clause, question or route that the cursor is in."""
        file, line = self._house.work.shown, self._house.window.source.line
        old = id_at(self._house.work.text, line) if file.endswith(".md") else ""
        if not old:
            self._house.say("Put the cursor into a clause first: its heading has the name.")
            return
        texts = self._texts()
        self.rename_panel.open_for(
            f"Another name for {old}",
            old,
            lambda new: place_plan(texts, file, old, new),
            self._anchor,
        )

    def paste(self, html: str, plain: str) -> None:
        """Put what was copied elsewhere into the text, without the mess."""
        self._house.window.source.insert(markdown_of(html, plain))
        if what_is_missing() and not is_only_words(html):
            self._house.say(PASTED_PLAIN)

    def choose_import(self) -> None:
        """Ask for files to import; dropping them on the window does the same."""
        if missing := what_is_missing():
            self._house.say(missing)
        if paths := self.ask_files():
            self.import_files([Path(path) for path in paths])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Make drafts of files that were dropped."""
        self._house.say(f"Reading {', '.join(path.name for path in paths)}…")
        self._importing.request(lambda: drafts_of(paths), self._imported, self._not_imported)

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._importing.close()

    def _imported(self, drafts: object) -> None:
        assert isinstance(drafts, list)
        made: list[str] = []
        unsure = 0
        refused = [f"{item}." for item in drafts if not isinstance(item, Draft)]
        for draft in drafts:
            if isinstance(draft, Draft):
                name, text = draft_file(draft, self._names())
                if self._write(name, text):
                    made.append(name)
                    unsure += len(draft.unsure)
        if not made:
            if refused:
                self._house.say(" ".join(refused))
            return
        self._house.open(made[0])
        places = "1 place" if unsure == 1 else f"{unsure} places"
        look = f" Look at {places}: a comment at its top names them." if unsure else ""
        why = "".join(f" {words}" for words in refused)
        what = "A draft was made" if len(made) == 1 else f"{len(made)} drafts were made"
        self._house.say(f"{what}: {', '.join(made)}.{look}{why}")

    def _not_imported(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._house.say(str(error))

    def _insert(self, item: object) -> None:
        if not isinstance(item, Item):
            return
        source = self._house.window.source
        cursor = source.textCursor()
        words = item.inserted(cursor.selectedText())
        if item.is_block and cursor.block().text().strip():
            words = f"\n\n{words}"
            cursor.movePosition(cursor.MoveOperation.EndOfBlock)
            source.setTextCursor(cursor)
        source.insert(words)
        source.setFocus()

    def _put_table(self, table: TableText) -> None:
        source = self._house.window.source
        source.replace_lines(table.first, table.last, table.text)
        source.setFocus()

    def _begin(self, kind: str, title: str) -> None:
        name = file_of(NewKind(kind), title)
        if self._write(name, text_of(NewKind(kind), title, self._house.library, self._today())):
            self._house.open(name)

    def _write(self, name: str, text: str) -> bool:
        try:
            self._house.files.save(name, text)
        except (CannotSave, CannotOpen) as problem:
            self._house.say(f"{problem}.")
            return False
        self._house.list_files()
        return True

    def _rename(self, plan: object) -> None:
        if not isinstance(plan, Plan):
            return
        before = {name: self._house.work.text_of(name) for name in plan.texts}
        if not self._apply(plan.texts, plan.moves):
            return
        back = tuple((new, old) for old, new in reversed(plan.moves))
        renamed = dict(plan.moves)
        undone = {renamed.get(name, name): text for name, text in before.items()}
        self._house.window.asking.ask(
            "Renamed, and every link follows.",
            (
                ("Good", self._house.window.source.setFocus),
                ("Undo", lambda: _done(self._apply(undone, back))),
            ),
        )

    def _apply(self, texts: dict[str, str] | object, moves: Sequence[tuple[str, str]]) -> bool:
        """Write every change, or none of the moves where one cannot be written."""
        work = self._house.work
        assert isinstance(texts, dict)
        if not work.put(texts) or not all([work.save(name) for name in texts]):  # noqa: C419
            return False
        for old, new in moves:
            if old in work.changed and not work.save(old):
                return False
            try:
                self._house.files.rename(old, new)
            except CannotSave as problem:
                self._house.say(f"{problem}.")
                return False
            shown = work.shown == old
            work.forget(old)
            if shown:
                self._house.open(new)
            self._house.window.source.forget(old)
        self._house.list_files()
        return True

    def _writes(self) -> bool:
        if self._house.window.source.isVisible():
            return True
        self._house.say("Go to the text first: “As a form” leads there.")
        return False

    @property
    def _anchor(self) -> QPushButton:
        return self._house.window.head.more

    def _names(self) -> set[str]:
        return {name for _, names in self._house.work.names() for name in names}

    def _texts(self) -> dict[str, str]:
        found = {}
        for name in self._names():
            try:
                found[name] = self._house.work.text_of(name)
            except CannotOpen:
                continue
        return found


def _done(_: bool) -> None:  # noqa: FBT001 - what came of it is said in the window
    """The window says what came of it."""

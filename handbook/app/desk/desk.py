"""The one place where the parts of the editors' desk meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer

from handbook.app.background import LatestOnly
from handbook.app.desk.acts import DeskActs
from handbook.app.desk.checking import check_content, title_in
from handbook.app.desk.files import ContentFiles
from handbook.app.desk.files_made.first import offer_beginning
from handbook.app.desk.flow.room import FlowRoom
from handbook.app.desk.found_by.room import FoundByRoom
from handbook.app.desk.listing.shown import ShownFiles
from handbook.app.desk.menu import desk_acts
from handbook.app.desk.more import MoreMenu
from handbook.app.desk.pause import pause
from handbook.app.desk.preview.leading import source_of
from handbook.app.desk.preview.presenter import PreviewPresenter
from handbook.app.desk.problems.presenter import Checked, Count, ProblemsPresenter
from handbook.app.desk.publish.locks import Standing
from handbook.app.desk.publishing import Publishing
from handbook.app.desk.questions import ask_closing, ask_recovered, ask_whose
from handbook.app.desk.rooms import DeskRooms
from handbook.app.desk.services import DeskServices
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.paper import State
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.domain.library import Library
from handbook.domain.links import Link
from handbook.lint.finding import Finding
from handbook.markup.policies import read_policy
from handbook.state.unsaved import Unsaved

CHECK_MS, SHOW_MS, KEEP_MS, LOOK_MS = 400, 150, 1500, 3000
"""Until a check, the preview, the keeping of unsaved words, and the next look at the disk."""


class Desk(QObject):
    """A desk on one content folder. Presenters are held here."""

    def __init__(self, look: Look, services: DeskServices) -> None:
        super().__init__()
        folder, today = services.folder, services.today
        self.look = look
        self.held: Sequence[object] = ()
        self.folder = folder
        self.files = ContentFiles(folder)
        self.window = DeskWindow(look, folder)
        self._checking, self._reading = LatestOnly(self), LatestOnly(self)
        self.work = WorkPresenter(self, self.files, services.unsaved, services.now)
        self._shown = ShownFiles(self.window.files, self.work)
        self.problems = ProblemsPresenter(
            self, lambda texts: check_content(folder, texts, today()), self._checking
        )
        self.preview = PreviewPresenter(self.window.preview, read_policy, self._reading, today)
        self._check_soon = pause(self, CHECK_MS, self.problems.check)
        self._show_soon = pause(self, SHOW_MS, self._show_words)
        self._keep_soon = pause(self, KEEP_MS, self.work.keep_unsaved)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.work.look_again)
        self.rooms = DeskRooms(self, look, today)
        self.flow = FlowRoom(self, look, services, self)
        self.found_by = FoundByRoom(self, look, services.cache, self)
        self.acts = DeskActs(self, look, today, self)
        self.publishing = Publishing(self, look, services.settings, today, self)
        self._more = MoreMenu(look, self.window.head.more, lambda: desk_acts(self))
        self._connect()

    def start(self, file: str = "") -> None:
        """Show the window with a file, the first policy without one."""
        names = [name for _, group in self.work.names() for name in group]
        self.window.show()
        self.window.activateWindow()
        if file or names:
            self.open(file if file in names else names[0])
        self.list_files()
        self.problems.check()
        self._looking.start()
        offer_beginning(self)
        self.work.start()

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""
        if self.work.open(name) and line:
            self.rooms.show_text()
            self.window.source.go_to_line(line)
        self.rooms.take_focus()

    def back_to_file(self) -> None:
        """Show the file again, where something else stands in its place."""
        self.open(self.work.shown)

    def save(self) -> None:
        """Save the file that is shown, with what is typed into a form a moment ago."""
        self.rooms.tell()
        self.work.save()

    def go_on(self) -> None:
        """Publish; on the page for it, at once; in the form of people, checked today."""
        if self.publishing.is_shown:
            self.publishing.room.press()
        elif not self.rooms.checked_today():
            self.publishing.open()

    def may_close(self) -> bool:
        """True where nothing is unsaved, not even what is typed into a form a moment ago."""
        self.rooms.tell()
        return self.work.may_close()

    def find(self) -> None:
        """Find words in the text."""
        self.rooms.show_text()
        self.window.finder.open()

    def next_problem(self) -> None:
        """Go to the next problem; in a form to the next blank."""
        if not self.rooms.next_blank():
            self.window.problems.step(1, self.window.source.line)

    def close(self) -> None:
        """Keep what is unsaved, and finish background work before Qt goes."""
        self.work.keep_unsaved()
        for timer in (self._check_soon, self._show_soon, self._keep_soon, self._looking):
            timer.stop()
        self._checking.close()
        self._reading.close()
        for part in (self.acts, self.publishing, self.flow, self.found_by):
            part.close()

    @property
    def library(self) -> Library:
        """The content as it was last checked; empty before the first check."""
        checked = self.problems.checked
        return checked.library if checked is not None else Library()

    @property
    def standing(self) -> Standing:
        """How the content stands now."""
        checked = self.problems.checked
        found = checked.findings if checked is not None else ()
        fresh = not (self._check_soon.isActive() or self.problems.is_checking)
        return Standing(
            self.library, found, self.work.changed, self._shown.titles, is_checked=fresh
        )

    @property
    def is_busy(self) -> bool:
        """True while something typed is still to be checked or shown."""
        waits = self._check_soon.isActive() or self._show_soon.isActive()
        draws = self.preview.is_reading or self.flow.is_reading
        return waits or self.problems.is_checking or draws

    def list_files(self) -> None:
        """Show the files as they are now."""
        self._shown.refresh()

    # What the presenters ask of the window.

    def show_text(self, name: str, text: str) -> None:
        """Show a file in the editor."""
        self.window.source.show_file(name, text)
        self._name_file(name, text)
        self.rooms.file_shown(name)
        self.flow.file_shown(name)

    def replace_text(self, name: str, text: str) -> None:
        """Put other words in the place of a file's."""
        self.window.source.replace(name, text)

    def show_state(self, name: str, state: State) -> None:
        """Say how the words of the shown file stand."""
        if name == self.work.shown:
            self.window.head.show_state(state)

    def say(self, words: str) -> None:
        """Say a sentence."""
        self.window.asking.say(words)

    def ask_whose(self, name: str) -> None:
        """Ask which words to keep."""
        work, title = self.work, self._shown.title(name)
        ask_whose(
            self.window.asking,
            title,
            lambda: work.keep_mine(name),
            lambda: work.take_theirs(name),
        )

    def ask_recovered(self, found: Sequence[Unsaved]) -> None:
        """Offer what was not saved when the program ended."""
        ask_recovered(self.window.asking, found, self.work.recover, self.work.drop_recovered)

    def ask_closing(self, names: Sequence[str]) -> None:
        """Ask what to do with unsaved words before the window closes."""
        ask_closing(
            self.window.asking,
            names,
            self._shown.titles,
            save=self._save_and_close,
            drop=self._drop_and_close,
            stay=self.window.source.setFocus,
        )

    def show_checking(self) -> None:
        """Say that the words are being checked."""
        self.window.problems.show_checking()

    def show_problems(self, findings: Sequence[Finding]) -> None:
        """List the problems of the shown file, and mark their lines."""
        lines: dict[int, bool] = {}
        for finding in findings:
            line = finding.place.line
            lines[line] = lines.get(line, False) or finding.is_error
        self.window.source.show_problems(lines)
        self.window.show_problems(findings)

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """Say how many problems each file has."""
        self._shown.show_counts(counts)

    # What the parts of the window say.

    def _connect(self) -> None:
        window = self.window
        window.files.file_chosen.connect(self.open)
        window.source.edited.connect(self.work.typed)
        window.source.line_reached.connect(self._line_reached)
        window.head.save_pressed.connect(self.save)
        window.problems.line_wanted.connect(self.go_to_line)
        window.problems.fix_wanted.connect(self.problems.fix)
        window.preview.link_chosen.connect(self._follow)
        window.may_close = self.may_close  # type: ignore[method-assign]
        window.closing.connect(self.close)
        window.source.rich_pasted.connect(self.acts.paste)
        for part in (window, window.source):
            part.files_dropped.connect(self.acts.import_files)
        window.head.form_pressed.connect(self.rooms.turn_form)
        self.work.on_words = self._words_changed
        self.problems.on_checked = self._checked
        self.problems.on_fix = window.source.replace_lines

    def _words_changed(self) -> None:
        self.problems.words_changed(self.work.texts, self.work.shown)
        self._name_file(self.work.shown, self.work.text)
        self._shown.show()
        self._check_soon.start()
        self._show_soon.start()
        if not self._keep_soon.isActive():  # whoever never pauses loses no more than others
            self._keep_soon.start()

    def _show_words(self) -> None:
        if self.work.shown:
            self.preview.words_changed(self.work.shown, self.work.text)
            self.rooms.words_changed()
            self.flow.words_changed()

    def _checked(self, checked: Checked) -> None:
        self.preview.set_library(checked.library)
        self.rooms.words_changed()
        self.publishing.stands()
        self.flow.checked(checked)

    def _line_reached(self, line: int) -> None:
        self.preview.line_reached(line)
        self.flow.line_reached(line)
        self.window.problems.choose_line(line)

    def go_to_line(self, line: int) -> None:
        """Put the cursor into a line of the text."""
        self.rooms.show_text()
        self.window.source.go_to_line(line)
        self.window.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, link: Link) -> None:
        """Open the source of what a link of the preview leads to."""
        place = source_of(link, self.library)
        if place is not None:
            self.open(*place)

    def _save_and_close(self) -> None:
        if self.work.save_all():
            self.window.close_for_good()

    def _drop_and_close(self) -> None:
        self.work.drop_changes()
        self.window.close_for_good()

    def _name_file(self, name: str, text: str) -> None:
        title = title_in(name, text) if name else ""
        is_named = self.window.head.title.accessibleName() == title
        if self._shown.titles.get(name) != title or not is_named:
            self._shown.titles[name] = title
            self.window.head.show_file(title, name)
            self.window.show_title(title)

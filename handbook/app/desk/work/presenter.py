"""What is being written: opening, saving, and losing nothing on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from handbook.app.desk.files import CannotOpen, CannotSave, ContentFiles, Group
from handbook.app.desk.work.paper import DeskPaper, WorkView
from handbook.state.unsaved import Unsaved, UnsavedStore


class WorkPresenter:
    """Holds the words of every file that was opened, saved or not."""

    def __init__(
        self,
        view: WorkView,
        files: ContentFiles,
        store: UnsavedStore,
        now: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._files = files
        self._store = store
        self._now = now
        self._papers: dict[str, DeskPaper] = {}
        self._shown = ""
        self._recovered: tuple[Unsaved, ...] = ()
        self.on_words: Callable[[], None] = _nothing
        """Words changed, another file is shown, or files came or went."""

    @property
    def shown(self) -> str:
        """The name of the file in the editor; empty before one is."""
        return self._shown

    @property
    def text(self) -> str:
        """The words of the file in the editor."""
        return self._papers[self._shown].text if self._shown in self._papers else ""

    @property
    def texts(self) -> Mapping[str, str]:
        """The words of every opened file, by name."""
        return {name: paper.text for name, paper in self._papers.items()}

    @property
    def changed(self) -> frozenset[str]:
        """The files with words that are not saved."""
        return frozenset(name for name, paper in self._papers.items() if paper.is_changed)

    def names(self) -> tuple[tuple[Group, tuple[str, ...]], ...]:
        """Every file of the content, by group."""
        return self._files.names()

    def text_of(self, name: str) -> str:
        """The words of any file as they are now, saved or not; raises CannotOpen."""
        paper = self._papers.get(name)
        return paper.text if paper is not None else self._files.read(name).text

    def start(self) -> None:
        """Offer what a crash left behind."""
        self._recovered = tuple(item for item in self._store.all() if self._is_news(item))
        if self._recovered:
            self._view.ask_recovered(self._recovered)

    def open(self, name: str) -> bool:
        """Show a file in the editor; says why where it cannot be opened."""
        if not self._take(name):
            return False
        self._shown = name
        paper = self._papers[name]
        self._view.show_text(name, paper.text)
        self._view.show_state(name, paper.state)
        self.on_words()
        return True

    def typed(self, name: str, text: str) -> None:
        """The words of a file changed in the editor."""
        paper = self._papers.get(name)
        if paper is None or paper.text == text:
            return
        paper.text = text
        self._view.show_state(name, paper.state)
        self.on_words()

    def put(self, texts: Mapping[str, str]) -> bool:
        """Put other words into files, each as one step that Undo takes back."""
        if not all(self._take(name) for name in texts):
            return False
        for name, text in texts.items():
            if self._papers[name].text != text:
                self._papers[name].text = text
                self._view.replace_text(name, text)
        if self._shown:
            self._view.show_state(self._shown, self._papers[self._shown].state)
        self.on_words()
        return True

    def save(self, name: str = "") -> bool:
        """Save a file, the shown one without a name; asks where somebody else wrote it too."""
        name = name or self._shown
        paper = self._papers.get(name)
        if paper is None:
            return False
        if self._is_others(name, paper):
            paper.clashes = True
            self._view.show_state(name, paper.state)
            self._view.ask_whose(name)
            return False
        return self._write(name, paper)

    def save_all(self) -> bool:
        """Save every changed file; False where one could not be."""
        for name in sorted(self.changed):
            self.save(name)
        return not self.changed

    def keep_mine(self, name: str) -> None:
        """Write the editor's words over somebody else's, which are kept beside the file."""
        paper = self._papers[name]
        try:
            theirs = self._files.read(name).text if self._files.stamp(name) else ""
            kept = self._files.keep_beside(name, theirs, self._now()) if theirs else ""
        except (CannotOpen, CannotSave) as problem:
            self._view.say(f"{problem}. Nothing was saved.")
            return
        if self._write(name, paper) and kept:
            self._view.say(f"Yours is saved. The other one is kept as {kept}")

    def take_theirs(self, name: str) -> None:
        """Show what somebody else wrote; the editor's words are kept beside the file."""
        paper = self._papers[name]
        try:
            theirs = self._files.read(name)
            kept = ""
            if paper.text not in (theirs.text, paper.saved):
                kept = self._files.keep_beside(name, paper.text, self._now())
        except (CannotOpen, CannotSave) as problem:
            self._view.say(f"{problem}. Your words are still here.")
            return
        self._took(name, paper, theirs.text, theirs.stamp)
        if kept:
            self._view.say(f"Theirs is shown. Yours is kept as {kept}")

    def look_again(self) -> None:
        """See whether somebody else wrote a file that is open."""
        for name, paper in list(self._papers.items()):
            if paper.clashes or not self._is_others(name, paper):
                continue
            if paper.is_changed or not self._files.stamp(name):
                paper.clashes = True
                if name == self._shown:
                    self._view.show_state(name, paper.state)
                    self._view.ask_whose(name)
            else:
                self._read_again(name, paper)

    def keep_unsaved(self) -> None:
        """Put what is not saved where a crash does not reach it."""
        for name, paper in self._papers.items():
            if paper.is_changed and paper.kept != paper.text:
                kept = Unsaved(name, paper.text, paper.stamp, self._now())
                if self._store.keep(kept):
                    paper.kept = paper.text
            elif not paper.is_changed and paper.kept:
                self._let_go(name, paper)

    def recover(self) -> None:
        """Take up what a crash left behind; it is still unsaved."""
        found, self._recovered = self._recovered, ()
        for item in found:
            if self._take(item.file, new_too=True):
                paper = self._papers[item.file]
                paper.kept = item.text
                paper.stamp = item.read or paper.stamp  # what was read then, to see a clash
                self.put({item.file: item.text})
        if found:
            self.open(found[0].file)

    def drop_recovered(self) -> None:
        """Let go of what a crash left behind."""
        for item in self._recovered:
            self._store.forget(item.file)
        self._recovered = ()

    def may_close(self) -> bool:
        """True where nothing is unsaved; asks otherwise."""
        if not self.changed:
            return True
        self._view.ask_closing(sorted(self.changed))
        return False

    def drop_changes(self) -> None:
        """Let go of all unsaved words: the editor said so."""
        for name, paper in self._papers.items():
            if paper.is_changed:
                paper.text = paper.saved
                self._let_go(name, paper)

    def forget(self, name: str) -> None:
        """A file was renamed or taken away: let go of it."""
        paper = self._papers.pop(name, None)
        if paper is not None:
            self._let_go(name, paper)
        if self._shown == name:
            self._shown = ""

    def _take(self, name: str, *, new_too: bool = False) -> bool:
        if name in self._papers:
            return True
        try:
            opened = self._files.read(name)
        except CannotOpen as problem:
            if not new_too:
                self._view.say(f"{problem}.")
                return False
            self._papers[name] = DeskPaper("", "", "")
            return True
        self._papers[name] = DeskPaper(opened.text, opened.text, opened.stamp)
        return True

    def _is_others(self, name: str, paper: DeskPaper) -> bool:
        try:
            return self._files.stamp(name) != paper.stamp
        except CannotOpen:
            return False

    def _read_again(self, name: str, paper: DeskPaper) -> None:
        try:
            theirs = self._files.read(name)
        except CannotOpen:
            return
        self._took(name, paper, theirs.text, theirs.stamp)
        if name == self._shown:
            self._view.say("Somebody else changed this file. You see it as it is now.")

    def _took(self, name: str, paper: DeskPaper, text: str, stamp: str) -> None:
        paper.text = paper.saved = text
        paper.stamp, paper.clashes = stamp, False
        self._view.replace_text(name, text)
        self._let_go(name, paper)
        self._view.show_state(name, paper.state)
        self.on_words()

    def _write(self, name: str, paper: DeskPaper) -> bool:
        try:
            paper.stamp = self._files.save(name, paper.text)
        except (CannotSave, CannotOpen) as problem:
            self._view.say(f"{problem}. Your words are still here.")
            return False
        paper.saved, paper.clashes = paper.text, False
        self._let_go(name, paper)
        if name == self._shown:
            self._view.show_state(name, paper.state)
        self.on_words()
        return True

    def _let_go(self, name: str, paper: DeskPaper) -> None:
        self._store.forget(name)
        paper.kept = ""

    def _is_news(self, item: Unsaved) -> bool:
        try:
            is_news = self._files.read(item.file).text != item.text
        except CannotOpen:
            is_news = True
        if not is_news:
            self._store.forget(item.file)
        return is_news


def _nothing() -> None:
    """Before anybody listens."""

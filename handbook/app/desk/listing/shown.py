"""What the list of files shows: titles, problems, and what is not saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handbook.app.desk.checking import title_in
from handbook.app.desk.files import CannotOpen, Group
from handbook.app.desk.listing.listing import FileList, rows
from handbook.app.desk.problems.presenter import Count
from handbook.app.desk.work.presenter import WorkPresenter


class ShownFiles:
    """The folder is looked at when files may have come or gone, not at every key."""

    def __init__(self, view: FileList, work: WorkPresenter) -> None:
        self._view = view
        self._work = work
        self._groups: Sequence[tuple[Group, Sequence[str]]] = ()
        self._counts: Mapping[str, Count] = {}
        self.titles: dict[str, str] = {}
        """What each file calls itself, by its name."""

    def refresh(self) -> None:
        """Look at the folder anew."""
        self._groups = self._work.names()
        for _, names in self._groups:
            for name in names:
                if name not in self.titles:
                    self.titles[name] = self._title(name)
        self.show()

    def show(self) -> None:
        """Show the files that are known."""
        found = rows(self._groups, self.titles, self._counts, self._work.changed)
        self._view.show_rows(found, self._work.shown)

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """Say how many problems each file has."""
        self._counts = counts
        self.refresh()

    def title(self, name: str) -> str:
        """What a file calls itself; its name where it is not known."""
        return self.titles.get(name, name)

    def _title(self, name: str) -> str:
        try:
            return title_in(name, self._work.text_of(name))
        except CannotOpen:
            return ""

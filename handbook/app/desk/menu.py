"""What the desk's list of further things to do holds for the file that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from handbook.app.desk.acts import DeskActs
from handbook.app.desk.flow.room import FlowRoom
from handbook.app.desk.found_by.room import FoundByRoom
from handbook.app.desk.importable import import_words
from handbook.app.desk.more import Act
from handbook.app.desk.publishing import Publishing
from handbook.app.desk.work.presenter import WorkPresenter


class MenuHouse(Protocol):
    """What the list asks of the desk."""

    work: WorkPresenter
    acts: DeskActs
    publishing: Publishing
    flow: FlowRoom
    found_by: FoundByRoom


def desk_acts(house: MenuHouse) -> Sequence[Act]:
    """What can be done now, in the order of the list."""
    return tuple(_acts(house))


def _acts(house: MenuHouse) -> Iterator[Act]:
    acts, file = house.acts, house.work.shown
    yield Act("new", "New policy, guide or flow", "pencil", acts.begin, "Ctrl+N")
    yield Act("import", import_words(), "word", acts.choose_import, "Ctrl+I")
    if file.endswith(".md"):
        yield Act(
            "insert", "Insert a link, a rule or a table", "link", acts.insert, "Ctrl+Shift+K"
        )
        yield Act("table", "Edit the table as a grid", "list", acts.edit_table, "Ctrl+T")
        yield Act("rename", "Rename the clause", "text-size", acts.rename_place, "F2", apart=True)
        yield Act("rename-file", "Rename the file", "text-size", acts.rename_file)
    if file.startswith(("policies/", "guides/")):
        words = "Which words find this clause?"
        yield Act("words", words, "search", house.found_by.open, "Ctrl+Shift+W", apart=True)
    if house.flow.is_shown:
        yield Act("try", "Try it as staff", "person", house.flow.try_it, "F5", apart=True)
    compare = house.publishing.compare
    yield Act("compare", "Compare with the published version", "clock", compare)
    yield Act("publish", "Publish", "lock", house.publishing.open, "Ctrl+Enter")

"""What the desk's list of further things to do holds for the file that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from handbook.app.desk.acts import DeskActs
from handbook.app.desk.flow.room import FlowRoom
from handbook.app.desk.more import Act
from handbook.app.desk.publish.room import Publishing
from handbook.app.desk.work.presenter import WorkPresenter


class MenuHouse(Protocol):
    """What the list asks of the desk."""

    work: WorkPresenter
    acts: DeskActs
    publishing: Publishing
    flow: FlowRoom


def desk_acts(house: MenuHouse) -> Sequence[Act]:
    """What can be done now, in the order of the list."""
    acts, file = house.acts, house.work.shown
    is_text = file.endswith(".md")
    found = [Act("new", "New policy, guide or flow", "pencil", acts.begin, "Ctrl+N")]
    if is_text:
        found += [
            Act("insert", "Insert a link, a rule or a table", "link", acts.insert, "Ctrl+Shift+K"),
            Act(
                "rename-clause",
                "Rename the clause",
                "text-size",
                acts.rename_place,
                "F2",
                apart=True,
            ),
            Act("rename-file", "Rename the file", "text-size", acts.rename_file),
        ]
    if house.flow.is_shown:
        found.append(Act("try", "Try it as staff", "person", house.flow.try_it, "F5", apart=True))
    found += [
        Act("compare", "Compare with the published version", "clock", house.publishing.compare,
            apart=True),
        Act("publish", "Publish", "lock", house.publishing.open, "Ctrl+Enter"),
    ]  # fmt: skip
    return found

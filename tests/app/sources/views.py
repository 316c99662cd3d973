"""About with the part on where policies come from, for pictures and for screen readers."""

from __future__ import annotations

from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, Topic
from handbook.app.sources.presenter import SourcesView

VIEW = SourcesView(
    set_up="Your school’s IT has set this computer up (/etc/handbook/policy.toml).",
    folders=(
        ("Your school’s folder", "/srv/hill/policies"),
        ("Your own folder", "/home/staff/new policies"),
    ),
    last="Last looked at 09:05 on 21 November 2026: nothing new.",
    problems=("hill-14.handbook is not a pack: it does not end as one.",),
    can_choose=True,
    has_chosen=True,
    can_look=True,
)


def show_sources(desktop: Desktop) -> None:
    """Put About into the window as it is where a school has set a folder."""
    desktop.ways.go(AtHelp(Topic.ABOUT))
    desktop.help.about.sources.show_sources(VIEW)

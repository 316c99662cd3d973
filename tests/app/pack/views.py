"""Pages of packs as they are shown, for pictures and for screen readers."""

from __future__ import annotations

from handbook.app.desktop import Desktop
from handbook.app.pack.page import PackPage
from handbook.app.pack.presenter import FIRST, TICK_FIRST, TRUSTED, UNCHANGED, PackView

_FACTS = (
    ("School", "Hill School (hill)"),
    ("Version", "12"),
    ("Issued", "12 November 2026"),
    ("Ask for newer ones from", "1 November 2027"),
    ("In use on this computer", "None of a school’s own"),
)
_KEY = "9d50 559f e5ad fc97 10ca 83b9 f073 0004"
VIEWS = {
    "pack-first": PackView(
        "Policies of Hill School", "The first policies for this computer.", _FACTS, _KEY, FIRST,
        is_trusted=False, asks=True, button="Use version 12",
    ),
    "pack-trusted": PackView(
        "Policies of Hill School", "They take the place of what is in use.", _FACTS, _KEY, TRUSTED,
        button="Use version 12",
    ),
    "pack-refused": PackView(
        "hill.handbook is not put into use",
        "hill.handbook cannot be trusted: policies/phones.md was changed after it was signed.",
        trust=UNCHANGED, is_trusted=False, is_problem=True,
    ),
}  # fmt: skip


def show_pack(desktop: Desktop, name: str) -> PackPage:
    """Put a page into the window as it is once its pack was read."""
    page = PackPage(desktop.look)
    page.show_pack(VIEWS[name])
    desktop.show_page(page)
    if VIEWS[name].asks:
        page.warn(TICK_FIRST)
        page.take_focus()
    return page

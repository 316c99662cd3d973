"""What the desk asks so that no word is lost, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from handbook.app.dates import long_date
from handbook.app.desk.asking import AskStrip
from handbook.app.desk.checking import title_in
from handbook.state.unsaved import Unsaved

Act = Callable[[], None]


def ask_whose(strip: AskStrip, title: str, mine: Act, theirs: Act) -> None:
    """Ask which words to keep."""
    strip.ask(
        f"Somebody else changed “{title}” while you had it open. Which one shall stay? "
        "The other one is kept beside it.",
        (("Keep mine", mine), ("Take theirs", theirs), ("Decide later", _nothing)),
    )


def ask_recovered(strip: AskStrip, found: Sequence[Unsaved], back: Act, away: Act) -> None:
    """Offer what was not saved when the program ended."""
    titles = ", ".join(f"“{title_in(item.file, item.text)}”" for item in found)
    last = max(item.at for item in found).astimezone()
    when = f"{long_date(last.date())}, {last:%H:%M}"
    strip.ask(
        f"The desk ended before everything was saved. It still has your words of {when} "
        f"for {titles}.",
        (("Bring them back", back), ("Throw them away", away)),
    )


def ask_closing(
    strip: AskStrip,
    names: Sequence[str],
    titles: Mapping[str, str],
    *,
    save: Act,
    drop: Act,
    stay: Act,
) -> None:
    """Ask what to do with unsaved words before the window closes."""
    said = ", ".join(f"“{titles.get(name, name)}”" for name in names)
    strip.ask(
        f"Not saved yet: {said}.",
        (("Save and close", save), ("Close without saving", drop), ("Stay here", stay)),
    )


def _nothing() -> None:
    """To leave the question is all."""

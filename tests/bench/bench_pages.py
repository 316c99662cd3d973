"""How long every page takes from the key to its paint, the first time and warm; and scrolling.

Run offscreen. Each page is reached as a reader reaches it: by its key, or by Enter on the
button that leads there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from tests.bench.bench_app import application, opened_desktop, until

_ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
"""So often the window is opened anew: each gives one first time a page."""
WARM = 2
"""So often every page is opened again in each window."""
SETTLE_SECONDS = 1.5
"""What a reader looks at the home page before the first key, at the least."""
READ_SECONDS = 0.45
"""The same of every page: longer than the second half of a double click is waited for."""
STEP = 100
"""Pixels that one frame of scrolling moves the text."""

Times = dict[str, float]


def nothing(desktop: Any) -> None:
    """Nothing has to be done before."""
    del desktop


class Way(NamedTuple):
    """A page, the key that leads to it, and where the reader is before."""

    name: str
    press: Callable[[Any], None]
    page: Callable[[Any], Any]
    """What is then seen; asked after the press, so that the press builds it."""
    before: Callable[[Any], None] = nothing


def ways() -> tuple[Way, ...]:
    """Every page that a key or the bar reaches."""
    return (
        Way("keys", key("F1"), lambda d: d.help.keys, go_home),
        Way("policies", enter("Policies"), lambda d: d.rooms.lists.policies),
        Way("saved", enter("Saved"), lambda d: d.rooms.lists.saved),
        Way("home", enter("Home"), lambda d: d.home),
        Way("search", key("P"), lambda d: d.rooms.searching.page, go_home),
        Way("policy", _open_policy, lambda d: d.rooms.reading.page, go_home),
        Way("what changed", enter("What changed"), lambda d: d.rooms.changes.page, go_home),
        Way("confirm", _confirm, lambda d: d.rooms.confirming.page, go_home),
        Way("print", key("P"), lambda d: d.rooms.paper.page, _read),
        Way("Aa", enter("Text size and colours"), lambda d: d.help.aa, go_home),
        Way("about", enter("About"), lambda d: d.help.about, _open_aa),
        Way("who you are", enter("To read"), lambda d: d.welcome.first_run, go_home),
        Way("question", key("Ctrl+Shift+H"), lambda d: d.rooms.journeys.wizard, go_home),
        Way("next question", key("3"), lambda d: d.rooms.journeys.wizard, _concern),
        Way("outcome", key("1"), lambda d: d.rooms.journeys.outcome, _concern),
        Way("record", enter("Write a record"), lambda d: d.rooms.journeys.record, _outcome),
        Way(
            "what can be seen", enter("What can still"), lambda d: d.rooms.journeys.seen, _concern
        ),
    )


def measure() -> dict[str, Any]:
    """`pages` and `scroll` of bench.json, from processes of their own: a first time is one."""
    rounds = [_apart() for _ in range(ROUNDS)]
    each = {
        way.name: _times(
            [seen["pages"][way.name][0] for seen in rounds],
            [ms for seen in rounds for ms in seen["pages"][way.name][1:]],
        )
        for way in ways()
    }
    slowest = max(each, key=lambda name: each[name]["first_ms"])
    again = max(each, key=lambda name: each[name]["p95_ms"])
    frames = [ms for seen in rounds for ms in seen["frames"]]
    return {
        "pages": {
            "worst_first": slowest,
            "worst_first_ms": each[slowest]["first_ms"],
            "worst": again,
            "worst_p95_ms": each[again]["p95_ms"],
            "each": each,
        },
        "scroll": {
            "median_ms": round(median(frames), 1),
            "p95_ms": round(quantiles(frames, n=20)[-1], 1),
            "frames": len(frames),
        },
    }


def _apart() -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.bench_pages", "once"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def once() -> dict[str, Any]:
    """The times of one window: of every page one after the other, and of every frame."""
    app = application()
    pages: dict[str, list[float]] = {way.name: [] for way in ways()}
    with (
        tempfile.TemporaryDirectory() as folder,
        opened_desktop(Path(folder), with_own=True) as desktop,
    ):
        until(app, lambda: desktop.is_ready)
        settle(app, SETTLE_SECONDS)
        for _ in range(1 + WARM):
            for way in ways():
                pages[way.name].append(timed(app, way, desktop))
        return {"pages": pages, "frames": scrolled(app, desktop)}


def _times(first: list[float], warm: list[float]) -> Times:
    return {
        "first_ms": round(median(first), 1),
        "median_ms": round(median(warm), 1),
        "p95_ms": round(quantiles(warm, n=20)[-1], 1),
        "max_ms": round(max(warm), 1),
    }


def timed(app: Any, way: Way, desktop: Any) -> float:
    """Milliseconds from the press to the painted page."""
    way.before(desktop)
    settle(app, READ_SECONDS)
    begun = time.thread_time()
    way.press(desktop)
    until(app, lambda: way.page(desktop).isVisible())
    _paint(app, way.page(desktop))
    return (time.thread_time() - begun) * 1000


def _paint(app: Any, page: Any) -> None:
    """Let a page be painted: once, as for a reader, by what waits or else at once."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        """Notes a paint."""

        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
            del watched
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    page.installEventFilter(watch)
    app.sendPostedEvents()
    page.removeEventFilter(watch)
    if not watch.seen:
        page.repaint()


def scrolled(app: Any, desktop: Any) -> list[float]:
    """Milliseconds of each frame while the 300-clause policy is scrolled to its end."""
    from handbook.domain.clause_ref import ClauseRef

    desktop.ways.open_clause(ClauseRef("long"))
    text = desktop.rooms.reading.page.text
    until(app, text.isVisible)
    settle(app, SETTLE_SECONDS)
    bar = text.verticalScrollBar()
    frames = []
    for place in range(0, bar.maximum(), STEP):
        begun = time.thread_time()
        bar.setValue(place)
        text.viewport().repaint()
        app.processEvents()
        frames.append((time.thread_time() - begun) * 1000)
    return frames


def settle(app: Any, seconds: float) -> None:
    """Let the window do what it does while nobody presses a key."""
    limit = time.perf_counter() + seconds
    while time.perf_counter() < limit:
        app.processEvents()


def key(sequence: str) -> Callable[[Any], None]:
    """Press a key, or several together, where the focus is."""

    def press(desktop: Any) -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        del desktop
        pressed = QKeySequence(sequence)[0]  # type: ignore[index]
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, pressed.key(), pressed.keyboardModifiers())

    return press


def enter(words: str) -> Callable[[Any], None]:
    """Press Enter on the button whose name begins with these words."""

    def press(desktop: Any) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        button = _button(desktop, words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)

    return press


def _button(desktop: Any, words: str) -> Any:
    from PySide6.QtWidgets import QAbstractButton

    for button in desktop.window.findChildren(QAbstractButton):
        if button.isVisible() and (button.accessibleName() or button.text()).startswith(words):
            return button
    raise LookupError(f"no button begins with {words}")


def go_home(desktop: Any) -> None:
    """Be on the first page, with nothing open."""
    if "journeys" in desktop.rooms.__dict__ and desktop.window.page.own_bar:
        desktop.back_from_wizard()
    desktop.ways.go_home()


def _open_policy(desktop: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from handbook.app.home.lists import ChangedRowButton

    row = desktop.home.findChildren(ChangedRowButton)[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)


def _confirm(desktop: Any) -> None:
    """What a row to read leads to once it was read."""
    asked = next(card for card in desktop.library.summary.cards if card.is_asked_of(None))
    desktop.ways.open_confirm(asked.id)


def _read(desktop: Any) -> None:
    go_home(desktop)
    _open_policy(desktop)


def _open_aa(desktop: Any) -> None:
    go_home(desktop)
    desktop.help.open_aa()


def _concern(desktop: Any) -> None:
    go_home(desktop)
    desktop.open_concern()


def _outcome(desktop: Any) -> None:
    _concern(desktop)
    key("1")(desktop)


if __name__ == "__main__":
    found = once() if sys.argv[1:] == ["once"] else measure()
    print(json.dumps(found, indent=1))  # noqa: T201 - what it was run for

"""How long a key press takes to painted results, and how long a policy takes to open.

Run offscreen, with 1,000 clauses searched as somebody types and a policy of 300 opened.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

QUERIES = 6
CLAUSES = 1_000
LONG = 300
OPENINGS = 9
WAIT_SECONDS = 5.0


def measure() -> dict[str, Any]:
    """`typing_p95_ms` and `open_policy_ms` of bench.json."""
    app = application()
    with tempfile.TemporaryDirectory() as folder, opened_desktop(Path(folder)) as desktop:
        return {
            "typing_p95_ms": _typing(app, desktop),
            "open_policy_ms": _opening(app, desktop),
        }


def application() -> Any:
    """The program that the window runs in, offscreen unless told otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from handbook import locations
    from handbook.app.look.fonts import load_fonts

    app = QApplication.instance() or QApplication(["handbook", "-style", "Fusion"])
    load_fonts(locations.resources() / "fonts")
    return app


@contextmanager
def opened_desktop(folder: Path, *, with_own: bool = False) -> Iterator[Any]:
    """The window with 1,000 clauses, or the project's own policies, and two policies of 300."""
    from handbook import locations
    from handbook.app.collector import Collector
    from handbook.app.desktop import Desktop
    from handbook.app.look.look import Look
    from handbook.app.services import Services
    from handbook.markup.library import read_library
    from handbook.state.preferences import PreferenceStore
    from handbook.state.store import open_store
    from tests.bench.bench_search import library

    made, long = library(CLAUSES), library(LONG)
    own = read_library(locations.content())
    whole = replace(
        own,
        policies=(
            *(own if with_own else made).policies,
            _one_policy(long, "long"),
            _one_policy(long, "longer"),
        ),
        digest=made.digest,
    )

    class Made(Services):
        """The made library instead of the folder's."""

        def open_library(self) -> Any:
            return whole

    store = open_store(folder)
    services = Made(locations.content(), folder, PreferenceStore(store))
    collector = Collector()
    desktop = Desktop(Look(), services)
    desktop.window.resize(1366, 768)
    desktop.build_ahead()
    desktop.start()
    yield desktop
    desktop.close()
    collector.close()
    store.close()


def _one_policy(held: Any, name: str) -> Any:
    """All clauses of a library in one policy."""
    sections = tuple(section for policy in held.policies for section in policy.sections)
    renamed = tuple(
        replace(
            section,
            id=f"s{i}",
            clauses=tuple(replace(c, id=f"s{i}-{j}") for j, c in enumerate(section.clauses)),
        )
        for i, section in enumerate(sections)
    )
    return replace(held.policies[0], id=name, title="A long policy", sections=renamed)


def until(app: Any, done: Any) -> None:
    """Let the window work until something holds; raises TimeoutError."""
    limit = time.perf_counter() + WAIT_SECONDS
    while not done() and time.perf_counter() < limit:
        app.processEvents()
    if not done():
        raise TimeoutError("what was waited for did not come")


def _typing(app: Any, desktop: Any) -> float:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    until(app, lambda: desktop.is_ready)
    desktop.ways.open_search("x")
    page = desktop.rooms.searching.page
    until(app, page.isVisible)
    shown = [0]
    paint = page.show_results

    def counted(view: Any) -> None:
        paint(view)
        shown[0] += 1

    page.show_results = counted
    until(app, lambda: shown[0] or page.hits)
    titles = [clause.title for clause in desktop.library.policies[0].clauses]
    times = []
    for text in titles[:QUERIES]:
        desktop.ways.open_search("")
        app.processEvents()
        for letter in text:
            before = shown[0]
            begun = time.perf_counter()
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
            until(app, lambda before=before: shown[0] > before)
            page.repaint()
            app.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
    return round(quantiles(times, n=20)[-1], 1)


def _opening(app: Any, desktop: Any) -> float:
    from handbook.domain.clause_ref import ClauseRef

    times = []
    for number in range(OPENINGS):
        desktop.ways.go_home()
        app.processEvents()
        begun = time.perf_counter()
        desktop.ways.open_clause(ClauseRef(("long", "longer")[number % 2]))
        desktop.rooms.reading.page.repaint()
        times.append((time.perf_counter() - begun) * 1000)
    return round(median(times), 1)


if __name__ == "__main__":
    print(measure())  # noqa: T201

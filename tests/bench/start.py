"""How long the window and Home take to appear, over an empty window in the same run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BARE = [sys.executable, "tests/bench/bare_window.py"]
SOURCE = [sys.executable, "-m", "handbook"]
FROZEN = [str(ROOT / "dist" / "handbook" / "handbook")]
RUNS = 11
CPU = "-cpu"
"""Added to a mark's name: what the processor took, which a busy machine does not change much."""
Marks = dict[str, float]
"""Seconds from the start of the process to each mark."""


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """The reader's data in a folder of its own, and no window on anybody's screen."""
    # Installed programs keep their compiled modules, and so does a checkout after its first start.
    kept = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given = {"QT_QPA_PLATFORM": "offscreen", **kept, "HANDBOOK_DATA": str(folder)}
    return {**given, "HANDBOOK_MARKS": "1", **more}


def marks_of(command: Sequence[str], folder: Path) -> Marks:
    """Start a program that ends after its first paint; when did each mark come."""
    begun = time.time()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(folder, HANDBOOK_QUIT_AFTER="home"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    found = re.findall(r"^mark (\S+) ([0-9.]+) ([0-9.]+)$", done.stderr, re.MULTILINE)
    times = {name: float(when) - begun for name, when, _ in found}
    return times | {f"{name}{CPU}": float(cost) for name, _, cost in found}


def medians(commands: Mapping[str, Sequence[str]], folder: Path, runs: int) -> dict[str, Marks]:
    """Each program's median times, taken in turn, so that a slow moment hits them all."""
    seen: dict[str, list[Marks]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            marks = marks_of(command, folder)
            if number:  # the first run fills the caches
                seen[name].append(marks)
    return {
        name: {mark: median(marks[mark] for marks in times) for mark in times[0]}
        for name, times in seen.items()
    }


def ratio(app: Marks | None, bare: Marks, mark: str) -> float | None:
    """How many times longer the app takes to this mark."""
    if app is None or mark not in app:
        return None
    return round(app[mark] / bare[mark], 2)


def measure(runs: int = RUNS) -> dict[str, float | None]:
    """The start's part of bench.json."""
    commands = {"bare": BARE, "source": SOURCE}
    if Path(FROZEN[0]).is_file():
        commands["frozen"] = FROZEN
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        times = medians(commands, folder, runs)
    for name, marks in times.items():
        print(name, *(f"{mark} {seconds * 1000:.0f} ms" for mark, seconds in marks.items()))
    bare = times["bare"]
    return {
        "window_ratio": ratio(times["source"], bare, "window-visible"),
        "painted_ratio": ratio(times["source"], bare, "home-painted"),
        "painted_cpu_ratio": ratio(times["source"], bare, f"home-painted{CPU}"),
        "frozen_ratio": ratio(times.get("frozen"), bare, "home-painted"),
    }


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

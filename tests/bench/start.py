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
Times = list[Marks]
"""Those of several runs."""


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


def in_turn(commands: Mapping[str, Sequence[str]], folder: Path, runs: int) -> dict[str, Times]:
    """When each program's marks came, run by run, in turn: a slow moment hits them all.

    Each has data of its own, as on a laptop. In one folder, two would undo what the other keeps
    there for its next start.
    """
    seen: dict[str, Times] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            marks = marks_of(command, folder / name)
            if number:  # the first run fills the caches
                seen[name].append(marks)
    return seen


def ratio(app: Times | None, bare: Times, mark: str) -> float | None:
    """How many times longer the app takes to this mark than the bare window just before it."""
    if not app or mark not in app[0]:
        return None
    return round(median(a[mark] / b[mark] for a, b in zip(app, bare, strict=True)), 2)


def older_than_sources(program: Path) -> bool:
    """True of a frozen app that does not hold the sources as they are now."""
    built = program.stat().st_mtime
    return any(path.stat().st_mtime > built for path in (ROOT / "handbook").rglob("*.py"))


def measure(runs: int = RUNS) -> dict[str, float | None]:
    """The start's part of bench.json."""
    commands = {"bare": BARE, "source": SOURCE}
    if Path(FROZEN[0]).is_file():
        commands["frozen"] = FROZEN
        if older_than_sources(Path(FROZEN[0])):
            print("frozen: older than the sources; build/freeze makes it anew")
    with tempfile.TemporaryDirectory() as work:
        times = in_turn(commands, Path(work), runs)
    for name, seen in times.items():
        shown = (f"{mark} {median(each[mark] for each in seen) * 1000:.0f} ms" for mark in seen[0])
        print(name, *shown)
    bare, source, frozen = times["bare"], times["source"], times.get("frozen")
    return {
        "window_ratio": ratio(source, bare, "window-visible"),
        "painted_ratio": ratio(source, bare, "home-painted"),
        "painted_cpu_ratio": ratio(source, bare, f"home-painted{CPU}"),
        "frozen_ratio": ratio(frozen, bare, "home-painted"),
        "frozen_cpu_ratio": ratio(frozen, bare, f"home-painted{CPU}"),
    }


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

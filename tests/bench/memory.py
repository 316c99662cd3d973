"""How much memory the program holds once it has started and settled; Linux only.

A page of a file that other programs hold too counts whole, so that the figure is the same
whatever else runs: what the program takes where nothing else of its kind does. The system's
own share of it, PSS, is smaller the more such programs run beside it.

`python -m tests.bench.memory` prints where it is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.bench.start import FROZEN, ROOT, SOURCE, environment, marks_of

SETTLE_SECONDS = 3.0
"""After this the index is open and what was built ahead is there."""
SHOWN = 25
_MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+\s*(.*)$")
_RSS = re.compile(r"^Rss:\s+(\d+) kB")

Pages = Counter[str]
"""Bytes in memory by the name of what is mapped: a file, `[heap]`, or nothing."""


def pages_of(command: Sequence[str], folder: Path) -> Pages | None:
    """What a program holds after its first paint and what follows; None where nobody tells."""
    if sys.platform != "linux":
        return None
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(folder), stderr=subprocess.PIPE, text=True
    )
    try:
        for line in process.stderr or ():
            if line.startswith("mark home-painted"):
                break
        time.sleep(SETTLE_SECONDS)
        return _pages(Path(f"/proc/{process.pid}/smaps").read_text("utf-8", "replace"))
    finally:
        process.terminate()
        process.communicate()


def _pages(told: str) -> Pages:
    found, name = Pages(), ""
    for line in told.splitlines():
        if mapping := _MAPPING.match(line):
            name = mapping[1]
        elif rss := _RSS.match(line):
            found[name] += int(rss[1]) * 1024
    return found


def measure() -> dict[str, float | None]:
    """Its part of bench.json, in MB (1e6): the source, and the frozen app where there is one."""
    commands = {"memory_mb": SOURCE}
    if Path(FROZEN[0]).is_file():
        commands["frozen_memory_mb"] = FROZEN
    return {name: _mb(_settled(command)) for name, command in commands.items()}


def _settled(command: Sequence[str]) -> Pages | None:
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        marks_of(command, folder)
        pages_of(command, folder)  # this reads the content, as only the first start does
        return pages_of(command, folder)


def _mb(pages: Pages | None) -> float | None:
    return None if pages is None else round(pages.total() / 1e6, 1)


def parts(pages: Pages) -> Pages:
    """The same by the name of the file, all that is in no file together."""
    found = Pages()
    for name, size in pages.items():
        file = os.path.basename(name) if name.startswith("/") else ""  # noqa: PTH119 - it is none
        found[file or "in no file: objects, pixels, stacks"] += size
    return found


if __name__ == "__main__":
    held = _settled(sys.argv[1:] or SOURCE)
    lines = [f"{n / 1e6:6.2f}  {name}" for name, n in parts(held or Pages()).most_common(SHOWN)]
    print(*lines, f"{_mb(held):6}  all together, MB", sep="\n")  # noqa: T201 - it was run for it

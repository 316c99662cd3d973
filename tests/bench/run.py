"""Measures against the budgets: writes .work/bench.json and prints the table.

`python -m tests.bench.run [start] [memory] [search] [app] [pages] [package]` measures some parts
only; what was not measured is null.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from handbook.cli.trials import EDITORS_LIST
from tests.bench import cold, memory, start

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / ".work" / "bench.json"
SIZES = ("1000", "10000", "100000")
SEARCH_KEYS = ("p95_ms", "ratio_tantivy", "ratio_fts5", "rss_mb", "open_ms", "build_s")

# Path in bench.json, words, budget, stretch; smaller is better in every row.
BUDGETS = (
    ("start.window_ratio", "window visible, over a bare window", 1.6, 1.2),
    ("start.painted_ratio", "Home painted, over a bare window", 1.8, 1.3),
    ("start.painted_cpu_ratio", "the same by what the processor took", 1.8, 1.3),
    ("start.frozen_ratio", "frozen: Home painted, over a bare window from source", 1.3, 1.0),
    ("start.frozen_cpu_ratio", "the same by what the processor took", 1.3, 1.0),
    ("start.cold_ratio", "frozen from a cold disk, over that same bare window", 1.3, 1.0),
    ("memory.memory_mb", "memory after start, shared files whole, MB", 90, 70),
    ("memory.frozen_memory_mb", "frozen: the same, MB", 90, 70),
    ("search.1000.ratio_fts5", "search over FTS5, 1,000 clauses", 0.6, 0.4),
    ("search.10000.ratio_fts5", "search over FTS5, 10,000 clauses", 0.35, 0.1),
    ("search.100000.ratio_fts5", "search over FTS5, 100,000 clauses", 0.3, 0.05),
    ("search.1000.ratio_tantivy", "search over tantivy, 1,000 clauses", 1.2, 0.75),
    ("search.10000.ratio_tantivy", "search over tantivy, 10,000 clauses", 2.5, 0.6),
    ("search.100000.rss_mb", "search memory, 100,000 clauses, MB", 80, 50),
    ("search.10000.build_s", "index 10,000 clauses, s", 3, 1.5),
    ("typing_p95_ms", "key press to painted results, p95, ms", 16.7, 8),
    ("open_policy_ms", "open a 300-clause policy, ms", 100, 50),
    ("pages.worst_first_ms", "key press to a page painted, the slowest first time, ms", 50, 25),
    ("pages.worst_p95_ms", "the same when opened again, p95, ms", 50, 25),
    ("scroll.median_ms", "a frame of scrolling 300 clauses, ms", 8, 4),
    ("scroll.p95_ms", "the same, p95, ms", 8, 4),
    ("package.deb_mb", ".deb, MB", 24, 19),
    ("package.msi_mb", "MSI, MB", 28, 22),
    ("package.installed_mb", "installed on Linux, MB", 80, 66),
    ("package.windows_mb", "installed on Windows, MB", 65, 54),
)


def parts() -> dict[str, Callable[[], dict[str, Any]]]:
    """What can be measured, each giving its part of bench.json."""
    return {
        "start": lambda: {"start": {**start.measure(), **cold.measure()}},
        "memory": lambda: {"memory": memory.measure()},
        "search": lambda: _from("tests.bench.bench_search", "search"),
        "app": lambda: _from("tests.bench.bench_app", None),
        "pages": lambda: _from("tests.bench.bench_pages", "pages"),
        "package": lambda: {"package": package_sizes()},
    }


def package_sizes() -> dict[str, float]:
    """The sizes of what `make package` has built, in MB (1e6); installed, as staff have it."""
    dist = ROOT / "dist"
    sizes = {}
    for key, pattern in (("deb_mb", "handbook_*.deb"), ("msi_mb", "*.msi")):
        for path in dist.glob(pattern):
            sizes[key] = round(path.stat().st_size / 1e6, 1)
    for key, folder in (("installed_mb", dist), ("windows_mb", ROOT / ".work/windows/dist")):
        if staff := _without_editors(folder / "handbook"):
            sizes[key] = round(staff / 1e6, 1)
    return sizes


def _without_editors(app: Path) -> int:
    """The bytes of a frozen app without the editor's part; 0 where there is none."""
    inside = app / "_internal"
    if not (inside / EDITORS_LIST).is_file():
        return 0
    lines = (inside / EDITORS_LIST).read_text("utf-8").splitlines()
    editors = {inside / EDITORS_LIST, *(inside / line[66:] for line in lines)}
    files = [path for path in app.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files if path not in editors)


def measured(names: Sequence[str]) -> dict[str, Any]:
    """Everything that bench.json holds, with null for what was not measured."""
    result: dict[str, Any] = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "start": dict.fromkeys(
            (
                "window_ratio",
                "painted_ratio",
                "painted_cpu_ratio",
                "frozen_ratio",
                "frozen_cpu_ratio",
                "cold_ratio",
            )
        ),
        "memory": dict.fromkeys(("memory_mb", "frozen_memory_mb")),
        "search": {size: dict.fromkeys(SEARCH_KEYS) for size in SIZES},
        "typing_p95_ms": None,
        "open_policy_ms": None,
        "pages": dict.fromkeys(("worst_first", "worst_first_ms", "worst", "worst_p95_ms")),
        "scroll": dict.fromkeys(("median_ms", "p95_ms", "frames")),
        "package": dict.fromkeys(("deb_mb", "msi_mb", "installed_mb", "windows_mb")),
    }
    available = parts()
    for name in names:
        print(f"measuring: {name}", flush=True)
        _merge(result, available[name]())
    return result


def table(result: dict[str, Any]) -> str:
    """One line a budget: what was measured, what was agreed."""
    lines = _page_lines(result)
    lines += [f"{'':56} {'measured':>9} {'budget':>7} {'stretch':>7}"]
    for path, words, budget, stretch in BUDGETS:
        value = _at(result, path)
        shown = "-" if value is None else f"{value:g}"
        lines.append(
            f"{words:56} {shown:>9} {budget:>7g} {stretch:>7g}  {_verdict(value, budget)}"
        )
    return "\n".join(lines)


def _page_lines(result: dict[str, Any]) -> list[str]:
    """What each page takes, the first time and again."""
    return [
        f"{name:20} first {times['first_ms']:6.1f}, then median {times['median_ms']:6.1f}, "
        f"p95 {times['p95_ms']:6.1f}, longest {times['max_ms']:6.1f} ms"
        for name, times in result["pages"].get("each", {}).items()
    ]


def _verdict(value: float | None, budget: float) -> str:
    if value is None:
        return ""
    return "holds" if value <= budget else "OVER"


def _from(module: str, key: str | None) -> dict[str, Any]:
    """The measurements of a module that may not be there yet, under its key if it has one."""
    if importlib.util.find_spec(module) is None:
        return {}
    values: dict[str, Any] = importlib.import_module(module).measure()
    return values if key is None or key in values else {key: values}


def _merge(into: dict[str, Any], new: dict[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, dict):
            _merge(into.setdefault(str(key), {}), value)
        else:
            into[str(key)] = value


def _at(result: dict[str, Any], path: str) -> float | None:
    value: Any = result
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, int | float) else None


def main(names: Sequence[str]) -> int:
    """Measure the parts named, or all."""
    unknown = set(names) - set(parts())
    if unknown:
        print(f"there is no part called {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    result = measured(names or list(parts()))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

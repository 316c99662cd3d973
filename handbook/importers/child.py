"""The process that reads one file and dies: whatever a file does, the program stays up."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from handbook.domain.errors import NotImported
from handbook.importers.limits import MEMORY, SECONDS


def answer(path: Path) -> int:
    """Read one file and write a draft or a refusal to standard output, as JSON."""
    _limit()
    from handbook.importers.making import make_draft

    try:
        shape: dict[str, Any] = {"draft": make_draft(path.read_bytes(), path.name).as_data()}
    except NotImported as problem:
        shape = {"problem": problem.problem}
    except MemoryError:
        shape = {"problem": "reading it takes more memory than a file may"}
    except RecursionError:
        shape = {"problem": "it is nested too deeply"}
    sys.stdout.buffer.write(json.dumps(shape).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def _limit() -> None:
    """Hold this process to its limits; where the system has none, time alone is held."""
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for limit, value in wanted:
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):  # macOS knows some of them by name only
            continue

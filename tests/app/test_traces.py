"""What the program leaves on the disk by itself: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAY_THE_LIMIT = """
from handbook.app.entry import run
import resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
print("before:", *resource.getrlimit(resource.RLIMIT_CORE))
run([])
print("limit:", *resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Unix writes the memory of a crash to a file")
def test_a_crash_leaves_no_memory_behind(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAY_THE_LIMIT],
        cwd=Path(__file__).resolve().parents[2],
        env={
            **os.environ,
            "HANDBOOK_DATA": str(tmp_path),
            "HANDBOOK_MARKS": "1",
            "HANDBOOK_QUIT_AFTER": "home",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "limit: 0 0" in done.stdout, done.stderr

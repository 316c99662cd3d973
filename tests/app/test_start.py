"""What is loaded before the first paint, and what waits until it is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WAITS = (
    "handbook.app.aa.menu",
    "handbook.app.about.page",
    "handbook.app.bar_menu",
    "handbook.app.commands",
    "handbook.app.house",
    "handbook.app.keys.page",
    "handbook.app.rooms",
    "handbook.domain.flow",
    "handbook.domain.library",
    "handbook.domain.policy",
    "markdown",
    "whoosh",
    "yaml",
)
SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from handbook.__main__ import main

quit_ = QApplication.quit

def done():
    print(" ".join(sys.modules))
    quit_()

QApplication.quit = done
sys.argv[1:] = []
sys.exit(main())
"""


def test_what_the_first_page_does_not_need_is_not_loaded_before_it(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HANDBOOK_DATA": str(tmp_path),
        "HANDBOOK_MARKS": "1",
        "HANDBOOK_QUIT_AFTER": "home",
    }
    for _ in range(2):  # the first start compiles the content, which needs all of it
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.split())

    assert "handbook.app.help_rooms" in loaded
    assert sorted(loaded & set(WAITS)) == []

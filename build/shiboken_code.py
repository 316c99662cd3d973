"""Compiles at build time what PySide6 would compile at every start of the frozen app.

PySide6's library carries some Python sources of its own, and compiles them when it is imported:
a third of the time to an empty window. We record these sources and their code objects while the
same PySide6 is imported here; `hook_shiboken.py` hands them out again, source by source, in the
frozen app. A source that differs by a byte is compiled as ever.

    python build/shiboken_code.py FILE
"""

from __future__ import annotations

import builtins
import marshal
import sys
from pathlib import Path
from types import CodeType
from typing import Any

RECORDED = ("signature_bootstrap.py", "shibokensupport/")


def record() -> dict[str, tuple[bytes, CodeType]]:
    """Sources and code objects by file name, as PySide6 asks for them."""
    seen: dict[str, tuple[bytes, CodeType]] = {}
    usual = builtins.compile

    def recording(source: Any, filename: Any, mode: str, *rest: Any, **more: Any) -> Any:
        code = usual(source, filename, mode, *rest, **more)
        name = str(filename)
        if isinstance(source, bytes) and name.startswith(RECORDED) and not (rest or more):
            seen[name] = (source, code)
        return code

    builtins.compile = recording
    try:
        from PySide6 import QtCore, QtGui, QtSvg, QtWidgets  # noqa: F401 - for its effect
    finally:
        builtins.compile = usual
    return seen


def main() -> int:
    """Write the recording."""
    found = record()
    Path(sys.argv[1]).write_bytes(marshal.dumps(found))
    if not found:
        print("shiboken: nothing was compiled, so nothing is recorded", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m handbook`: opens the app, or runs the command that follows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from handbook import later

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.domain.handbook_changes import HandbookChanges
    from handbook.domain.library import Library


_READ_ONE = "read-for-import"
"""How the program starts itself to read one file (handbook.importers.importing)."""


def opens_window(arguments: Sequence[str]) -> bool:
    """True without a command: nothing, a `handbook:` link, or a `.handbook` file."""
    from handbook.domain.opening import is_window_word

    return not arguments or is_window_word(arguments[0])


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    later.put_off()
    if arguments[:1] == [_READ_ONE]:
        from pathlib import Path

        from handbook.importers.child import answer

        return answer(Path(arguments[-1]))
    if opens_window(arguments):
        from handbook.app.entry import run as open_window

        return open_window(arguments)
    from handbook.cli.main import run as run_command

    return run_command(arguments, _try_draft, _write_pdf, _open_desk, _write_changes)


def _try_draft(draft: Path, content: Path) -> int:
    from handbook.app.entry import try_draft

    return try_draft(draft, content)


def _write_pdf(library: Library, content: Path) -> bytes:
    from handbook.app.entry import write_pdf

    return write_pdf(library, content)


def _write_changes(
    changes: HandbookChanges, was: Library, now: Library, was_name: str, now_name: str
) -> bytes:
    from handbook.app.entry import write_changes

    return write_changes(changes, was, now, was_name, now_name)


def _open_desk(folder: Path, file: str) -> int:
    from handbook.app.entry import open_desk

    return open_desk(folder, file)


if __name__ == "__main__":
    sys.exit(main())

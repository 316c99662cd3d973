"""`python -m handbook`: opens the app, or runs the command that follows."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def opens_window(arguments: Sequence[str]) -> bool:
    """True without a command: nothing, a `handbook:` link, or a `.handbook` file."""
    if not arguments:
        return True
    first = arguments[0]
    return first.startswith("handbook:") or first.endswith(".handbook")


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    if opens_window(arguments):
        from handbook.app.start import run as open_window

        return open_window(arguments)
    from handbook.cli.main import run as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())

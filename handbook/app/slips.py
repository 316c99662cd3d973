"""What is said of a slip in the program: where it was, never what somebody had answered."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only for the types of Python's hooks
    from threading import ExceptHookArgs


def say_no_answers() -> None:
    """Print of every error nobody caught its kind and its lines of code, without its message.

    A message names what went wrong with, and in a journey that is an answer. To be called once
    at the start.
    """
    sys.excepthook = _say
    sys.unraisablehook = lambda slip: _say(slip.exc_type, slip.exc_value, slip.exc_traceback)
    threading.excepthook = _say_of_thread


def _say_of_thread(slip: ExceptHookArgs) -> None:
    _say(slip.exc_type, slip.exc_value, slip.exc_traceback)


def _say(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Write it to standard error, where there is one: a window on Windows has none."""
    if sys.stderr is None:
        return
    lines = traceback.format_tb(trace)
    sys.stderr.write("".join(("A slip in the program:\n", *lines, f"{kind.__qualname__}\n")))
    cause = error.__cause__ or error.__context__ if error is not None else None
    if cause is not None:
        sys.stderr.write(f"after {type(cause).__qualname__}\n")

"""Runs first in the frozen app: PySide6's own sources need not be compiled again.

Each recorded code object is handed out once, for exactly the source it was made from; with the
last one, or where there is no recording, everything is as Python has it.
"""

# Nothing is imported here that is not loaded already: this is start-up time.
import builtins
import marshal
import sys


def _hand_out(folder: str) -> None:
    try:
        with open(f"{folder}/shiboken.code", "rb") as recording:  # noqa: PTH123 - as above
            known = marshal.load(recording)
    except (OSError, EOFError, ValueError, TypeError):
        return
    usual = builtins.compile

    def compile_once(source, filename, mode, *rest, **more):  # type: ignore[no-untyped-def]
        name = filename if isinstance(filename, str) else ""
        if name in known and known[name][0] == source and not (rest or more):
            code = known.pop(name)[1]
            if not known:
                builtins.compile = usual
            return code
        return usual(source, filename, mode, *rest, **more)

    if known:
        builtins.compile = compile_once


_hand_out(getattr(sys, "_MEIPASS", ""))

"""Says what a start loads, and to what its patterns and texts come; for start_recording.py.

It is a program of its own, that loads nothing which a start would not:

    python -S build/start_watch.py PATHS RECORDING ANSWER MODULE...
"""

# mypy: ignore-errors
# ruff: noqa: PTH112, PTH123, SLF001 - pathlib loads much, and it is all inner parts
import _sre
import marshal
import os
import re
import sys
from importlib import import_module

_HOOK = "hook_start.py"


def watch(recording, answer, modules):
    """Load modules as the frozen app does, and write down what came of it."""
    hook = {}
    with open(__file__.removesuffix("start_watch.py") + _HOOK, encoding="utf-8") as text:
        exec(compile(text.read(), _HOOK, "exec"), hook)
    folder = next(path for path in sys.path if os.path.isdir(f"{path}/shiboken6"))
    hook["_hand_out"](folder, recording)
    patterns, made, texts = {}, [], {}
    usual, make = re._compiler.compile, _sre.compile

    def making(pattern, flags, code, *groups):
        made.append((int(flags), [int(word) for word in code], *groups))
        return make(pattern, flags, code, *groups)

    def compiling(pattern, flags=0):
        found = usual(pattern, flags)
        if isinstance(pattern, str | bytes):
            patterns[pattern, int(flags)] = made[-1]
        return found

    def running(text, *names):
        texts[text] = compile(text, "<string>", "exec")
        exec(texts[text], *names)

    re.purge()
    re._compiler.compile, _sre.compile = compiling, making
    import dataclasses  # it has patterns of its own

    dataclasses.exec = running
    for module in modules:
        import_module(module)
    from handbook import later

    names = sorted(name for name in sys.modules if not later.is_waiting(name))
    with open(answer, "wb") as out:
        marshal.dump((names, patterns, texts), out)


if __name__ == "__main__":
    sys.path[:] = sys.argv[1].split(os.pathsep)
    watch(sys.argv[2], sys.argv[3], sys.argv[4:])

"""Modules of Python's own that many load and few use: each is loaded when it is first used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec, module_from_spec
from threading import RLock

NAMES = (
    "argparse", "ast", "bz2", "copy", "inspect", "ipaddress", "logging", "lzma", "shutil",
    "tempfile", "traceback",
)  # fmt: skip
"""A start of the window names them all, mostly by way of PySide's own sources, and uses none."""

_AT_ONCE = {"inspect": {"currentframe": lambda: sys._getframe(1)}}  # noqa: SLF001 - as inspect does
"""What PySide takes out of a module by name without a use for it, as it is there."""
_lock = RLock()
_waiting: set[str] = set()


def is_waiting(name: str) -> bool:
    """True of a module that was put off and has not been used yet."""
    return name in _waiting


def put_off(names: Iterable[str] = NAMES) -> None:
    """Load these modules at the first use of what is in them, not where they are imported.

    To be called before others are imported; what is loaded already stays as it is.
    """
    for name in names:
        if name not in sys.modules:
            _put_off(name)


def _put_off(name: str) -> None:
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = spec.loader
    module = module_from_spec(spec)

    def load(wanted: str) -> object:
        if wanted == "__path__":  # asked by `from ... import`; a package has it already
            raise AttributeError(wanted)
        with _lock:  # another thread waits for the whole module
            if name in _waiting:
                _waiting.discard(name)
                try:
                    loader.exec_module(module)
                finally:
                    if vars(module).get("__getattr__") is load:
                        del vars(module)["__getattr__"]
        try:
            return vars(module)[wanted]
        except KeyError:
            raise AttributeError(f"module {name!r} has no attribute {wanted!r}") from None

    vars(module).update(_AT_ONCE.get(name, {}), __getattr__=load)
    _waiting.add(name)
    sys.modules[name] = module

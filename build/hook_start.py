"""Runs first in the frozen app: hands out what was worked out when the app was built.

`start.code` is written by `start_recording.py`, which says what is in it and why. Where there is
none, or it cannot be read, everything is as Python and PySide6 have it, only later.
"""

# Nothing is loaded here that is not there already, or needed in a moment: this is start-up time.
# mypy: ignore-errors
# ruff: noqa: PTH118, PTH120, PTH123, SLF001 - pathlib loads much, and it is all inner parts
import builtins
import marshal
import os
import sys


class _Module:
    """Loads one module whose code was recorded."""

    def __init__(self, code):
        self._code = code

    def create_module(self, spec):
        """Python makes the module."""
        del spec

    def exec_module(self, module):
        """Run its code."""
        code, self._code = self._code, b""
        exec(marshal.loads(code), module.__dict__)


class _Modules:
    """Finds the recorded modules, each once; what is loaded anew comes from elsewhere."""

    def __init__(self, folder, known):
        self._folder = folder
        self._known = known

    def find_spec(self, name, path=None, target=None):
        """Say where a module lies, as PyInstaller's own finder would."""
        del path, target
        if name not in self._known:
            return None
        file, is_package, code = self._known.pop(name)
        spec = type(sys.__spec__)(name, _Module(code), is_package=is_package)
        spec.origin = os.path.join(self._folder, *file.split("/"))
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations.append(os.path.dirname(spec.origin))
        return spec


def _hand_out_sources(known):
    """Give each code once, for exactly the source it is meant for."""
    usual = builtins.compile

    def compile_once(source, filename, mode, *rest, **more):
        name = filename if isinstance(filename, str) else ""
        if name in known and known[name][0] == source and not (rest or more):
            code = known.pop(name)[1]
            if not known:
                builtins.compile = usual
            return code
        return usual(source, filename, mode, *rest, **more)

    if known:
        builtins.compile = compile_once


def _hand_out_patterns(known):
    """Give what a regular expression comes to, for exactly this one and these flags."""
    import _sre
    import re

    usual = re._compiler.compile

    def compile_known(pattern, flags=0):
        made = known.get((pattern, flags))
        return usual(pattern, flags) if made is None else _sre.compile(pattern, *made)

    if known:
        re._compiler.compile = compile_known


class _Inspect:
    """Stands in `dataclasses` for the module, which would be loaded for words nobody reads.

    Where a class has none of its own, as in the frozen app, it is given its signature for them.
    """

    def __getattr__(self, name):
        """Whatever else is asked of the module."""
        import inspect

        return getattr(inspect, name)

    def signature(self, kind):
        """No words."""
        del kind
        return ""


def _hand_out_texts(known):
    """Give the code of what `dataclasses` writes as text for each class, for exactly this text."""
    import dataclasses

    dataclasses.inspect = _Inspect()

    def exec_known(text, *names):
        exec(known.get(text, text), *names)

    if known:
        dataclasses.exec = exec_known


def _hand_out(folder, recording):
    """Use a recording of modules that lie in a folder."""
    try:
        with open(recording, "rb") as file:
            modules, sources, patterns, texts = marshal.loads(file.read())
    except (OSError, EOFError, ValueError, TypeError):
        return
    sys.meta_path.insert(-1, _Modules(folder, modules))
    from handbook import later

    later.put_off()  # before dataclasses is loaded, which names some of them
    _hand_out_sources(sources)
    _hand_out_patterns(patterns)
    _hand_out_texts(texts)


if hasattr(sys, "_MEIPASS"):
    _hand_out(sys._MEIPASS, f"{sys._MEIPASS}/start.code")

"""Where machine policy stands on each system, read without judging what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any, Protocol

_LARGEST = 1_000_000
"""Bytes of a file: a policy has some hundred."""
_MOST_VALUES = 500
_LEFT_OUT = "None of it is used, and no pack is taken until it is mended"
_EXPANDS = 2
"""REG_EXPAND_SZ: names of variables stand in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stood there, by name, and what could not be read."""

    source: str
    """The file or the key, for people."""
    values: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each name, where there are lines."""
    problems: tuple[str, ...] = ()
    paths: type[PurePath] = PurePosixPath
    """How folders are written on the system that it is for."""

    def place(self, name: str) -> str:
        """Where a setting stands, for a sentence about it."""
        if name in self.lines:
            return f"{self.source}:{self.lines[name]}"
        return f"{self.source}, {name[:60]}"


def from_toml(file: Path) -> Found:
    """A policy.toml; never raises."""
    return _from_file(file, _toml)


def from_plist(file: Path) -> Found:
    """Managed preferences of macOS; never raises."""
    return _from_file(file, _plist)


class Registry(Protocol):
    """What is used of Python's winreg, which only Windows has."""

    HKEY_LOCAL_MACHINE: Any
    KEY_READ: int
    KEY_WOW64_64KEY: int

    def OpenKey(self, key: Any, sub_key: str, reserved: int, access: int) -> Any:  # noqa: N802
        """A key that is there; raises OSError."""

    def EnumValue(self, key: Any, index: int) -> tuple[str, Any, int]:  # noqa: N802
        """A value by its place; raises OSError after the last."""

    def EnumKey(self, key: Any, index: int) -> str:  # noqa: N802
        """A key below by its place; raises OSError after the last."""

    def ExpandEnvironmentStrings(self, text: str) -> str:  # noqa: N802
        """Put in what the names of variables stand for."""


def from_registry(key: str, registry: Registry | None = None) -> Found | None:
    """The machine's policy in the registry; None where there is none. Never raises.

    A value may stand for itself. A list may be one value of several lines, or a key of its own
    below with a value for each, as lists in policy templates are written.
    """
    winreg: Registry = registry or import_module("winreg")
    source = f"HKEY_LOCAL_MACHINE\\{key}"
    try:
        opened = _open(winreg, key)
        values = _registry_values(winreg, opened)
        for below in _all(lambda at: winreg.EnumKey(opened, at)):
            inner = _registry_values(winreg, _open(winreg, f"{key}\\{below}"))
            values[below.lower()] = list(inner.values())
    except FileNotFoundError:
        return None
    except OSError as problem:
        return _unreadable(source, problem)
    return Found(source, values, paths=PureWindowsPath) if values else None


def _registry_values(winreg: Registry, opened: Any) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value, kind in _all(lambda at: winreg.EnumValue(opened, at)):
        values[name.lower()] = (
            winreg.ExpandEnvironmentStrings(value) if kind == _EXPANDS else value
        )
    return dict(sorted(values.items(), key=lambda item: (len(item[0]), item[0])))


def _open(winreg: Registry, key: str) -> Any:
    # The 64-bit view, whatever this program is: it is where group policy writes.
    access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
    return winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access)


def _all(one: Callable[[int], Any]) -> list[Any]:
    """Everything that the registry counts up, until it says that there is no more."""
    found = []
    for at in range(_MOST_VALUES):
        try:
            found.append(one(at))
        except OSError:
            break
    return found


def _from_file(file: Path, parse: Callable[[str, bytes], Found]) -> Found:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as problem:
        return _unreadable(str(file), problem)
    if len(data) > _LARGEST:
        return Found(str(file), problems=(f"{file}: it is larger than a policy is. {_LEFT_OUT}.",))
    return parse(str(file), data)


def _unreadable(source: str, problem: OSError) -> Found:
    why = problem.strerror or type(problem).__name__
    return Found(source, problems=(f"{source}: it cannot be read ({why}). {_LEFT_OUT}.",))


def _toml(source: str, data: bytes) -> Found:
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError:
        return Found(source, problems=(f"{source}: it is not written in UTF-8. {_LEFT_OUT}.",))
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        return Found(source, problems=(_not_toml(source, str(problem)),))
    return Found(source, values, _lines(text))


def _not_toml(source: str, problem: str) -> str:
    """Where the mistake is; what tomllib says of it is for programmers."""
    at = re.search(r"line (\d+)", problem)
    place = f"{source}:{at[1]}" if at else source
    return f'{place}: it is not written as TOML is, as in `role = "teachers"`. {_LEFT_OUT}.'


def _lines(text: str) -> dict[str, int]:
    """The line on which each name is given its value."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if given := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", line):
            found.setdefault(given[1], number)
        elif table := re.match(r"\s*\[+\s*[\"']?([\w-]+)", line):
            found.setdefault(table[1], number)
    return found


def _plist(source: str, data: bytes) -> Found:
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        values = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError, OverflowError):
        return Found(source, problems=(f"{source}: it is no property list. {_LEFT_OUT}.",))
    if not isinstance(values, dict):
        return Found(source, problems=(f"{source}: it is no list of names. {_LEFT_OUT}.",))
    named = {str(name): value for name, value in values.items()}
    return Found(source, {name: value for name, value in named.items() if not _of_profile(name)})


def _of_profile(name: str) -> bool:
    """True for what may come along from the configuration profile itself, as PayloadUUID."""
    return name.startswith("Payload")

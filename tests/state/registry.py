"""A stand-in for Python's winreg, which only Windows has: keys and values in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NO_MORE = OSError(22, "No more data is available")
ROOT = "HKEY_LOCAL_MACHINE"
TEXT, EXPANDED, NUMBER, LINES = 1, 2, 4, 7


class FakeRegistry:
    """`keys` holds for each key the values, `NAME: (value, kind)`."""

    HKEY_LOCAL_MACHINE = ROOT
    KEY_READ = 0x20019
    KEY_WOW64_64KEY = 0x100

    def __init__(self, keys: Mapping[str, Mapping[str, tuple[object, int]]]) -> None:
        self._keys = dict(keys)
        self.opened: list[tuple[Any, str]] = []
        self.locked = False

    def OpenKey(self, key: Any, sub_key: str, reserved: int, access: int) -> str:
        assert reserved == 0
        assert access & self.KEY_WOW64_64KEY
        self.opened.append((key, sub_key))
        if self.locked:
            raise PermissionError(13, "Access is denied")
        if sub_key not in self._keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return sub_key

    def EnumValue(self, key: Any, index: int) -> tuple[str, Any, int]:
        values = list(self._keys[key].items())
        if index >= len(values):
            raise NO_MORE
        name, (value, kind) = values[index]
        return name, value, kind

    def EnumKey(self, key: Any, index: int) -> str:
        below = [name.removeprefix(f"{key}\\") for name in self._keys if f"{key}\\" in name]
        if index >= len(below):
            raise NO_MORE
        return below[index]

    def ExpandEnvironmentStrings(self, text: str) -> str:
        return text.replace("%ProgramData%", "C:\\ProgramData")

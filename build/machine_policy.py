"""Writes docs/machine-policy.md from the table of settings: `python build/machine_policy.py`.

`--check` writes nothing and ends with 1 where the file is not what it would write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from handbook.state.managed import LINUX_FILE, MAC_FILE, WINDOWS_KEY
from handbook.state.managed_settings import READERS_OWN, SETTINGS, Kind, Setting

FILE = Path(__file__).resolve().parent.parent / "docs" / "machine-policy.md"

_HEAD = f"""# Machine policy: what a school can set for a computer

<!-- Written by build/machine_policy.py from handbook/state/managed_settings.py. -->

A school need not set anything: the handbook works without.
What it sets is read from a place where only an administrator can write:

| system | place |
|---|---|
| Windows | `HKEY_LOCAL_MACHINE\\{WINDOWS_KEY}` (group policy or Intune); never a user's own part |
| Linux | `{LINUX_FILE}` |
| macOS | `{MAC_FILE}` (managed preferences, by a configuration profile) |

The names are the same everywhere.
On Windows a list is a value of several lines (`REG_MULTI_SZ`), or a key of its own with a value
for each; `0` and `1` are a `REG_DWORD`, everything else is text (`REG_SZ` or `REG_EXPAND_SZ`).

`handbook self-check` says which policy applies and what is wrong with it; so does About.
A setting that makes no sense is left out, and one sentence names where it stands; the rest holds.
A computer with no policy of its own behaves as the column *usual* says.

It is read at each start, and again by each look for new policies, soon after the start and every
hour, as laptops stay on for weeks. A change of `content-folders`, `trusted-keys`, `school` and
`user-folders` holds from that look on: a key that you take back counts for nothing within the
hour. It also holds for the next pack that somebody opens by hand. A change of the others holds
from the next start, so that no page changes under a reader's hands; About says that one waits.
What is installed already stays. What is found changed is read again two seconds later, so that a
file that is just being written counts once it is whole.

| setting | is | usual | since |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_HEAD + _table(), *_all(), _examples(), _not_here())) + "\n"


def _table() -> str:
    rows = (
        f"| [`{each.name}`](#{each.name}) | {each.kind.value} | {each.usual} | {each.since} |\n"
        for each in SETTINGS
    )
    return "".join(rows)


def _all() -> Iterator[str]:
    for setting in SETTINGS:
        yield f"## {setting.name}\n\n{setting.words}\n"
        yield f"    {setting.name} = {_toml(setting)}\n"


def _examples() -> str:
    toml = "\n".join(f"    {each.name} = {_toml(each, posix=True)}" for each in SETTINGS)
    plist = "\n".join(f"    {line}" for each in SETTINGS for line in _plist(each))
    reg = "\n".join(f"    {_reg(each)}" for each in SETTINGS)
    return (
        f"## All of them, on Linux\n\n`{LINUX_FILE}`, readable by all, written by root alone:\n\n"
        f"{toml}\n\n"
        "## All of them, on macOS\n\nThe payload of a configuration profile for "
        f"`{MAC_FILE.stem}`:\n\n{plist}\n\n"
        "## All of them, on Windows\n\nAs an administrator; group policy writes the same:\n\n"
        f"{reg}\n"
    )


def _not_here() -> str:
    return (
        "## What cannot be set\n\n"
        "Text size, colours, movement and keys belong to whoever reads. A school cannot set or "
        "lock them, and these names are refused: "
        + ", ".join(f"`{name}`" for name in sorted(READERS_OWN))
        + "."
    )


def _posix(value: str) -> str:
    """A server's folder as Linux and macOS see it once it is mounted."""
    return value.replace("\\\\hill-server\\", "/srv/hill/").replace("\\", "/")


def _values(setting: Setting, *, posix: bool) -> tuple[str, ...]:
    example = setting.example
    values = example if isinstance(example, tuple) else (str(example),)
    is_folder = setting.kind in (Kind.FOLDER, Kind.FOLDERS)
    return tuple(_posix(value) if is_folder and posix else value for value in values)


def _toml(setting: Setting, *, posix: bool = True) -> str:
    if setting.kind is Kind.SWITCH:
        return str(setting.example)
    values = [f'"{value}"' for value in _values(setting, posix=posix)]
    return f"[{', '.join(values)}]" if setting.kind.is_list else values[0]


def _plist(setting: Setting) -> Iterator[str]:
    yield f"<key>{setting.name}</key>"
    if setting.kind is Kind.SWITCH:
        yield f"<integer>{setting.example}</integer>"
        return
    strings = [f"<string>{escape(value)}</string>" for value in _values(setting, posix=True)]
    yield f"<array>{''.join(strings)}</array>" if setting.kind.is_list else strings[0]


def _reg(setting: Setting) -> str:
    kind = "REG_SZ"
    if setting.kind is Kind.SWITCH:
        kind = "REG_DWORD"
    elif setting.kind.is_list:
        kind = "REG_MULTI_SZ"
    values = "\\0".join(_values(setting, posix=False))
    return f'reg add "HKLM\\{WINDOWS_KEY}" /v {setting.name} /t {kind} /d "{values}"'


def main() -> int:
    """Write the page, or look whether it is fresh."""
    if "--check" in sys.argv[1:]:
        return 0 if FILE.read_text("utf-8") == page() else 1
    FILE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"Written: {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

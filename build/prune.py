"""Keeps the frozen app small: the Qt plugins that it uses, and the libraries that these need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""Where a file goes in the bundle, where it comes from, and what kind of file it is."""

PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},  # the system's own file dialogs
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
    "imageformats": {"qsvg", "qjpeg", "qico"},
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle"},
}
"""By folder; a plugin that is not named here is left out."""

SYSTEM = {
    "libcups.so.2",  # brings what opens connections; without it, printing is to a file
    "libX11.so.6", "libX11-xcb.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libfreetype.so.6",
    "libglib-2.0.so.0", "libgthread-2.0.so.0", "libgcc_s.so.1", "libstdc++.so.6", "libuuid.so.1",
    "libz.so.1", "libzstd.so.1",
}  # fmt: skip
"""Libraries that are the system's own, never shipped: every Linux desktop has them.

The system mends them when they need it, and its own run where those of a newer system would not.
"""


BY_NAME = ("libpython", "python3", "libpdfium", "pdfium.")
"""Libraries that nothing is linked with: the starter, or Python, loads them by their names."""


def needed(binaries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries that the app can reach: extension modules, named plugins, what these load.

    `needs` gives the file names of the libraries that a file is linked with.
    """
    entries = [entry for entry in binaries if _is_wanted(entry[0])]
    by_name = {PurePath(name).name.lower(): (name, source, kind) for name, source, kind in entries}
    reached: set[str] = set()
    waiting = [entry for entry in entries if _is_root(entry)]
    while waiting:
        name, source, _ = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        found = (by_name.get(PurePath(library).name.lower()) for library in needs(source))
        waiting += [entry for entry in found if entry is not None]
    return [entry for entry in entries if entry[0] in reached]


def useful(datas: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The data files without links to libraries left out, and without Qt's own translations.

    The handbook is in English, and so are Qt's words when it finds no others.
    """
    kept = {PurePath(name).name for name, _, _ in binaries}
    return [
        entry
        for entry in datas
        if "translations" not in PurePath(entry[0]).parts
        and (entry[2] != "SYMLINK" or PurePath(entry[1]).name in kept)
    ]


def _is_wanted(name: str) -> bool:
    parts = PurePath(name).parts
    if parts[-1] in SYSTEM:
        return False
    if "plugins" not in parts:
        return True
    folder = parts[parts.index("plugins") + 1]
    stem = PurePath(name).name.split(".")[0].removeprefix("lib")
    return stem in PLUGINS.get(folder, set())


def _is_root(entry: Entry) -> bool:
    name, _, kind = entry
    by_name = PurePath(name).name.lower().startswith(BY_NAME)
    return kind == "EXTENSION" or by_name or "plugins" in PurePath(name).parts

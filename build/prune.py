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


UNREAD = {("resources", "licences"), ("lxml", "includes")}
"""Data that only building needs: the sources of what About shows, headers for C."""

CODECS = (
    "encodings.big5", "encodings.big5hkscs", "encodings.bz2_codec", "encodings.cp037",
    "encodings.cp1006", "encodings.cp1026", "encodings.cp1125", "encodings.cp1140",
    "encodings.cp273", "encodings.cp424", "encodings.cp500", "encodings.cp720",
    "encodings.cp737", "encodings.cp775", "encodings.cp852", "encodings.cp855",
    "encodings.cp856", "encodings.cp857", "encodings.cp860", "encodings.cp861",
    "encodings.cp862", "encodings.cp863", "encodings.cp864", "encodings.cp865",
    "encodings.cp866", "encodings.cp869", "encodings.cp875", "encodings.cp932",
    "encodings.cp949", "encodings.cp950", "encodings.euc_jis_2004", "encodings.euc_jisx0213",
    "encodings.euc_jp", "encodings.euc_kr", "encodings.gb18030", "encodings.gb2312",
    "encodings.gbk", "encodings.hp_roman8", "encodings.hz", "encodings.idna",
    "encodings.iso2022_jp", "encodings.iso2022_jp_1", "encodings.iso2022_jp_2",
    "encodings.iso2022_jp_2004", "encodings.iso2022_jp_3", "encodings.iso2022_jp_ext",
    "encodings.iso2022_kr", "encodings.johab", "encodings.koi8_t", "encodings.kz1048",
    "encodings.mac_arabic", "encodings.mac_croatian", "encodings.mac_cyrillic",
    "encodings.mac_farsi", "encodings.mac_greek", "encodings.mac_iceland",
    "encodings.mac_latin2", "encodings.mac_romanian", "encodings.mac_turkish",
    "encodings.palmos", "encodings.ptcp154", "encodings.punycode", "encodings.quopri_codec",
    "encodings.shift_jis", "encodings.shift_jis_2004", "encodings.shift_jisx0213",
    "encodings.tis_620", "encodings.uu_codec",
)  # fmt: skip
"""Tables of mainframes, of DOS, of old Macintoshes, and such as need libraries left out above."""

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
    """The data files without links to libraries left out, and without what nobody reads.

    The handbook is in English, and so are Qt's words when it finds no others. Licences are put
    together by build/licences.py.
    """
    kept = {PurePath(name).name for name, _, _ in binaries}
    return [
        entry
        for entry in datas
        if "translations" not in PurePath(entry[0]).parts
        and PurePath(entry[0]).parts[:2] not in UNREAD
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

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

CODECS = tuple(
    f"encodings.{name}"
    for name in (
        "big5 big5hkscs bz2_codec cp037 cp1006 cp1026 cp1125 cp1140 cp273 cp424 cp500 cp720 cp737 "
        "cp775 cp852 cp855 cp856 cp857 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp875 "
        "cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hp_roman8 "
        "hz idna iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 "
        "iso2022_jp_ext iso2022_kr johab koi8_t kz1048 mac_arabic mac_croatian mac_cyrillic "
        "mac_farsi mac_greek mac_iceland mac_latin2 mac_romanian mac_turkish palmos ptcp154 "
        "punycode quopri_codec shift_jis shift_jis_2004 shift_jisx0213 tis_620 uu_codec"
    ).split()
)
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

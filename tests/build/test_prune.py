"""What goes into the frozen app and what stays out."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

PRUNE = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "prune.py"))
needed, useful = PRUNE["needed"], PRUNE["useful"]

LINKS = {
    "QtWidgets.so": ["libQt6Widgets.so.6"],
    "libQt6Widgets.so.6": ["libQt6Gui.so.6", "libc.so.6"],
    "libqxcb.so": ["libQt6XcbQpa.so.6"],
    "libqvnc.so": ["libQt6Network.so.6"],
}


def entry(name: str, kind: str = "BINARY") -> tuple[str, str, str]:
    return (name, f"/source/{name}", kind)


def links_of(path: str) -> list[str]:
    return LINKS.get(Path(path).name, [])


def test_libraries_that_the_app_reaches_are_kept() -> None:
    binaries = [
        entry("PySide6/QtWidgets.so", "EXTENSION"),
        entry("PySide6/Qt/lib/libQt6Widgets.so.6"),
        entry("PySide6/Qt/lib/libQt6Gui.so.6"),
        entry("libpython3.11.so.1.0"),
    ]

    assert needed(binaries, links_of) == binaries


def test_a_plugin_that_is_not_named_goes_with_all_that_it_alone_needs() -> None:
    vnc = entry("PySide6/Qt/plugins/platforms/libqvnc.so")
    xcb = entry("PySide6/Qt/plugins/platforms/libqxcb.so")
    network, qpa = entry("lib/libQt6Network.so.6"), entry("lib/libQt6XcbQpa.so.6")

    assert needed([vnc, xcb, network, qpa], links_of) == [xcb, qpa]


@pytest.mark.parametrize("name", ["pypdfium2_raw/libpdfium.so", "pypdfium2_raw/pdfium.dll"])
def test_a_library_that_python_itself_loads_is_kept(name: str) -> None:
    assert needed([entry(name)], links_of) == [entry(name)]


def test_the_library_that_reads_pdfs_is_kept_though_nothing_is_linked_with_it() -> None:
    binaries = [entry("pypdfium2_raw/libpdfium.so")]

    assert needed(binaries, links_of) == binaries


def test_windows_names_are_compared_without_case() -> None:
    core = entry("PySide6/Qt6Core.dll")

    kept = needed([entry("PySide6/QtCore.pyd", "EXTENSION"), core], lambda _: ["QT6CORE.DLL"])

    assert core in kept


def test_links_to_libraries_left_out_and_translations_stay_out() -> None:
    kept = entry("content/school.yaml", "DATA")
    gone = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")
    words = entry("PySide6/Qt/translations/qtbase_de.qm", "DATA")

    assert useful([kept, gone, words], []) == [kept]


def test_the_library_of_the_printing_system_is_never_shipped() -> None:
    links = {"libcupsprintersupport.so": ["libcups.so.2"], "libcups.so.2": ["libgnutls.so.30"]}
    plugin = entry("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so")
    binaries = [plugin, entry("libcups.so.2"), entry("libgnutls.so.30")]

    assert needed(binaries, lambda path: links.get(Path(path).name, [])) == [plugin]


def test_data_that_only_building_needs_stays_out() -> None:
    kept = [("resources/icons/case.svg", "/a", "DATA"), ("resources/policies/x", "/b", "DATA")]
    left = [
        ("resources/licences/GPL-3.0.txt", "/c", "DATA"),
        ("lxml/includes/extlibs/x.h", "/d", "DATA"),
    ]

    assert useful([*kept, *left], []) == kept

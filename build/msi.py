"""Makes the Windows package, dist/handbook-VERSION-x64.msi, on Debian; same bytes each time.

`python build/msi.py BUNDLE [--version V]`: BUNDLE is the app as frozen for Windows. Needs wixl
(`apt-get install wixl msitools gcc libc6-dev`). The package is not signed: releases are signed on
Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import struct
import subprocess
import sys
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

import release
from cabinet import cabinet
from parts import is_editors

SOURCE = release.ROOT / "build" / "handbook.wxs"
WORK = release.WORK / "msi"
"""Where wixl is run; it finds files from there only."""
CABINET = "handbook.cab"
LANGUAGE = "http://schemas.microsoft.com/wix/2006/wi"
OURS = uuid.UUID("3b8f6d04-8f4e-5a86-9a53-2c7f1e0d9b65")
SPACE = f"{{{LANGUAGE}}}"
EDITORS = 'EDITOR = "1" OR (KEPTEDITOR = "1" AND NOT EDITOR)'
"""When the editor's part is installed: where the package was given it, now or before."""
_FILE, _VALUE = 64 + 256, 64 + 256 + 4
"""Components of 64 bits (256) whose condition is asked again when the package is installed over
itself (64); known by their file or, with 4, by their value in the registry."""
BY_MAJOR_UPGRADE = ("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED")
"""Every id that is made here comes from this one, so that a file keeps its own."""

_ID = re.compile(rb"\x1e\0\0\0\x27\0\0\0\{([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\}\0")
"""In the summary: a text of 38 letters, the package's id."""
_TIME = re.compile(rb"\x40\0\0\0(.{8})", re.DOTALL)
_SUMMARY = 300
"""Bytes: everything of the summary lies as near as this to its id."""
_BEFORE_1970 = 11_644_473_600
"""Seconds from 1601, where Windows begins to count."""


def without_conditions(source: str) -> tuple[str, list[str]]:
    """The package's source as wixl reads it, and the changes that make up for what it does not.

    wixl knows neither the condition of a component nor which properties an elevated installation
    may be given; they are written into the finished package.
    """
    ET.register_namespace("", LANGUAGE)
    root = ET.fromstring(source)
    changes = []
    for component in root.iter(f"{SPACE}Component"):
        for condition in component.findall(f"{SPACE}Condition"):
            changes.append(_conditional(component.attrib["Id"], str(condition.text), _VALUE))
            component.remove(condition)
    secure = [
        each.attrib["Id"]
        for each in root.iter(f"{SPACE}Property")
        if each.attrib.pop("Secure", "")
    ]
    names = ";".join([*secure, *BY_MAJOR_UPGRADE])
    changes.append(
        f"UPDATE `Property` SET `Value` = '{names}' WHERE `Property` = 'SecureCustomProperties'"
    )
    # Within the installation, so that what goes wrong puts the version before back.
    changes.append(
        "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 "
        "WHERE `Action` = 'RemoveExistingProducts'"
    )
    return ET.tostring(root, encoding="unicode"), changes


def _conditional(component: str, condition: str, attributes: int) -> str:
    return (
        f"UPDATE `Component` SET `Condition` = '{condition}', `Attributes` = {attributes} "
        f"WHERE `Component` = '{component}'"
    )


def only_for_editors(bundle: Path) -> list[str]:
    """The changes by which the editor's part is installed only where it is wanted."""
    parts = bundle / "_internal"
    return [
        _conditional(f"C{_id(path.relative_to(bundle))}", EDITORS, _FILE)
        for path in sorted(parts.rglob("*"))
        if path.is_file() and is_editors(path.relative_to(parts).as_posix())
    ]


def files(bundle: Path) -> str:
    """The part of the package that lists the bundle: one component for each file."""
    root = ET.Element("Wix", xmlns=LANGUAGE)
    fragment = ET.SubElement(root, "Fragment")
    group = ET.SubElement(fragment, "ComponentGroup", Id="Files")
    _list(bundle, Path(), ET.SubElement(fragment, "DirectoryRef", Id="INSTALLFOLDER"), group)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _list(bundle: Path, below: Path, parent: ET.Element, group: ET.Element) -> None:
    for path in sorted((bundle / below).iterdir()):
        inside = below / path.name
        name = _id(inside)
        if path.is_dir():
            folder = ET.SubElement(parent, "Directory", Id=f"D{name}", Name=path.name)
            _list(bundle, inside, folder, group)
            continue
        guid = str(uuid.uuid5(OURS, inside.as_posix())).upper()
        component = ET.SubElement(parent, "Component", Id=f"C{name}", Guid=guid, Win64="yes")
        ET.SubElement(
            component,
            "File",
            Id=f"F{name}",
            Source=os.path.relpath(path, WORK),
            Name=path.name,
            KeyPath="yes",
        )
        ET.SubElement(group, "ComponentRef", Id=f"C{name}")


def _id(inside: Path) -> str:
    return uuid.uuid5(OURS, inside.as_posix()).hex


def make(bundle: Path, version: str, folder: Path) -> Path:
    """Write the package into a folder; returns where it lies."""
    WORK.mkdir(parents=True, exist_ok=True)
    for path in bundle.rglob("*"):
        os.utime(path, (release.made(), release.made()))
    source, changes = without_conditions(SOURCE.read_text("utf-8"))
    main_part, listed, icons = WORK / SOURCE.name, WORK / "files.wxs", release.WORK / "icons"
    main_part.write_text(source, "utf-8")
    listed.write_text(files(bundle), "utf-8")
    script = release.ROOT / "build" / "app_icon.py"
    subprocess.run([sys.executable, str(script), str(icons)], check=True)
    target = folder / f"handbook-{version}-x64.msi"
    command = ["wixl", "-a", "x64", "-o", str(target)]
    given = {
        "Version": version,
        "Product": str(uuid.uuid5(OURS, f"product {version}")).upper(),
        "Icon": os.path.relpath(icons / "handbook.ico", WORK),
    }
    for name, value in given.items():
        command += ["-D", f"{name}={value}"]
    utc = {**os.environ, "TZ": "UTC"}  # a cabinet dates its files by the clock on the wall
    subprocess.run([*command, str(main_part), str(listed)], check=True, env=utc)
    subprocess.run(
        ["msibuild", str(target), "-q", *changes, *only_for_editors(bundle)], check=True
    )
    if os.environ.get("HANDBOOK_CABINET") != "mszip":
        compress(target, bundle)
    target.write_bytes(repeatable(target.read_bytes()))
    return target


def compress(package: Path, bundle: Path) -> None:
    """Put a better cabinet in the place of wixl's: the same files in the same order."""
    by_id = {f"F{_id(path.relative_to(bundle))}": path for path in bundle.rglob("*")}
    told = subprocess.run(
        ["msiinfo", "export", str(package), "File"], check=True, capture_output=True, text=True
    ).stdout
    rows = [line.split("\t") for line in told.splitlines()[3:]]
    names = [row[0] for row in sorted(rows, key=lambda row: int(row[-1]))]
    better = WORK / CABINET
    better.write_bytes(cabinet([(name, by_id[name]) for name in names]))
    subprocess.run(["msibuild", str(package), "-a", CABINET, str(better)], check=True)


def repeatable(package: bytes) -> bytes:
    """The package with its random id made from what it holds, and the times of the release."""
    ids, times = list(_ID.finditer(package)), list(_TIME.finditer(package))
    at = ids[0].start() if len(ids) == 1 else 0
    times = [time for time in times if abs(time.start() - at) < _SUMMARY]
    if len(ids) != 1 or len(times) != 2:
        raise SystemExit("msi: its summary is not as expected")
    out = bytearray(package)
    when = struct.pack("<Q", (release.made() + _BEFORE_1970) * 10**7)
    for time in times:
        out[time.start(1) : time.end(1)] = when
    blank = slice(*ids[0].span(1))
    out[blank] = bytes(len(out[blank]))
    of_content = uuid.uuid5(OURS, hashlib.sha256(out).hexdigest())
    out[blank] = str(of_content).upper().encode()
    return bytes(out)


def main() -> int:
    """Make the package and say how large it is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--version", default=release.version())
    parser.add_argument("--to", type=Path, default=release.DIST)
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    target = make(asked.bundle.resolve(), asked.version, asked.to)
    print(f"msi: {target}, {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

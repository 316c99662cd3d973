"""Packs dist/handbook as two Debian packages; the same bytes each time.

`handbook` is what staff use; `handbook-editor` goes on top of it where policies are brought in.
Needs Debian's dpkg-dev and binutils (`apt-get install dpkg-dev binutils`).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import release
from parts import is_editors

PACKAGE, EDITOR = "handbook", "handbook-editor"
HOME = Path("usr/lib/handbook")
TEMPLATES = release.ROOT / "build" / "linux"
DOCS = ("deploying.md", "machine-policy.md", "packs.md")
MAINTAINER = "Handbook maintainers <maintainers@handbook.invalid>"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""The package of each library that the program takes from the system."""
COMPRESSION = ("-Zxz", "-z9", "-Sextreme", "--threads-max=1")
"""More threads cut the files in pieces: larger, and different from computer to computer."""
RECOMMENDED = {"libcups.so.2": "libcups2 | libcups2t64"}
"""Without it nothing can be printed but to a file."""
_LIBC = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|rt)\.so\.\d+)$")
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)


DESCRIPTIONS = {
    PACKAGE: """\
school's policies, searchable, with a wizard for concerns
 Staff type half a sentence in their own words and read the clause that answers
 it, or answer a few questions and see whom to tell about a concern.
 .
 Everything works without the internet; the program opens no connection. The
 school's own policies come as one signed file.
""",
    EDITOR: """\
staff handbook's reader of Word files, PDFs and web pages
 Those who bring a school's policies into the handbook need it, for the import
 on the command line and on the editors' desk. Whoever only reads does not.
""",
}


def told(*command: str) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def from_system(part: Path, bundle: Path) -> tuple[set[str], tuple[int, int]]:
    """The libraries that a part needs of the system, and the C library's version."""
    shipped = {path.name for path in bundle.rglob("*")}
    wanted: set[str] = set()
    newest = (2, 0)
    for path in sorted(part.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.read_bytes()[:4] != b"\x7fELF":
            continue
        headers = told("objdump", "-p", str(path))
        wanted |= set(_NEEDED.findall(headers))
        symbols = _GLIBC.findall(headers)
        newest = max([newest, *((int(major), int(minor)) for major, minor in symbols)])
    return {name for name in wanted - shipped if not _LIBC.match(name)}, newest


def relations(libraries: Iterable[str], libc: tuple[int, int]) -> dict[str, str]:
    """The fields of the control file that name other packages."""
    names = set(libraries)
    unknown = names - PACKAGES.keys() - RECOMMENDED.keys()
    if unknown:
        raise SystemExit(f"deb: which Debian package has {', '.join(sorted(unknown))}?")
    depends = {PACKAGES[name] for name in names if name in PACKAGES}
    recommends = {RECOMMENDED[name] for name in names if name in RECOMMENDED}
    found = {"Depends": [f"libc6 (>= {libc[0]}.{libc[1]})", *sorted(depends)]}
    if recommends:
        found["Recommends"] = sorted(recommends)
    return {field: ", ".join(packages) for field, packages in found.items()}


def control(package: str, architecture: str, size_kb: int, fields: dict[str, str]) -> str:
    """What apt knows of a package."""
    lines = {
        "Package": package,
        "Version": release.version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size_kb),
        **fields,
        "Section": "education",
        "Priority": "optional",
    }
    text = "".join(f"{field}: {value}\n" for field, value in lines.items())
    return f"{text}Description: {DESCRIPTIONS[package]}"


def filled(name: str) -> str:
    """A template with the release's version and day, and the commands of the program."""
    from handbook.cli.main import handbook

    commands = "\n".join(
        f".TP\n.B {name.replace('-', chr(92) + '-')}\n{command.get_short_help_str(200)}"
        for name, command in sorted(handbook.commands.items())
    )
    text = (TEMPLATES / name).read_text("utf-8")
    text = text.replace("@VERSION@", release.version()).replace("@DAY@", release.day())
    return text.replace("@COMMANDS@", commands)


def changelog() -> str:
    """Debian's form; what changed stands in CHANGELOG.md."""
    when = format_datetime(datetime.fromtimestamp(release.made(), UTC))
    return (
        f"handbook ({release.version()}) stable; urgency=medium\n\n"
        f"  * See CHANGELOG.md.\n\n -- {MAINTAINER}  {when}\n"
    )


def lay_out(tree: Path, icons: Path) -> None:
    """Every file of the program where it will lie on the laptop."""
    share = tree / "usr" / "share"
    copy_part(tree, editors=False)
    _link(tree / "usr" / "bin" / "handbook", "../lib/handbook/handbook")
    _write(share / "applications" / "handbook.desktop", filled("handbook.desktop"))
    _write(
        share / "metainfo" / "org.handbook.Handbook.metainfo.xml", filled("handbook.metainfo.xml")
    )
    _write(share / "mime" / "packages" / "handbook.xml", filled("handbook.mime.xml"))
    _write(share / "lintian" / "overrides" / PACKAGE, filled("lintian-overrides"))
    _pack(share / "man" / "man1" / "handbook.1.gz", filled("handbook.1"))
    documents = share / "doc" / "handbook"
    _pack(documents / "changelog.gz", changelog())
    _write(documents / "copyright", copyright_text())
    for name in DOCS:
        _write(documents / name, (release.ROOT / "docs" / name).read_text("utf-8"))
    pictures = share / "icons" / "hicolor"
    drawing = release.ROOT / "resources" / "app" / "handbook.svg"
    _write(pictures / "scalable" / "apps" / "handbook.svg", drawing.read_text("utf-8"))
    for size in ICON_SIZES:
        place = pictures / f"{size}x{size}" / "apps" / "handbook.png"
        place.parent.mkdir(parents=True)
        shutil.copyfile(icons / f"{size}.png", place)


def lay_out_editors(tree: Path) -> None:
    """The editor's part, beside the program's own files."""
    copy_part(tree, editors=True)
    share = tree / "usr" / "share"
    _write(share / "lintian" / "overrides" / EDITOR, filled("lintian-overrides-editor"))
    _link(share / "doc" / EDITOR, "handbook")  # it comes with the same version of that


def copy_part(tree: Path, *, editors: bool) -> None:
    """Copy the files of one part of the frozen app."""
    parts = release.APP / "_internal"
    for path in sorted(release.APP.rglob("*")):
        name = path.relative_to(parts).as_posix() if parts in path.parents else ""
        if is_editors(name) != editors or (path.is_dir() and not path.is_symlink()):
            continue
        place = tree / HOME / path.relative_to(release.APP)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place, follow_symlinks=False)


def copyright_text() -> str:
    """Our licence, and what comes with the program."""
    ours = (release.ROOT / "LICENSE").read_text("utf-8")
    others = (release.ROOT / "THIRD-PARTY.md").read_text("utf-8")
    full = (
        "The full text of the GNU Lesser General Public License, version 3, is in\n"
        "/usr/share/common-licenses/LGPL-3; that of the Apache License, version 2.0, in\n"
        "/usr/share/common-licenses/Apache-2.0.\n"
    )
    return f"{ours}\n\n{others}\n{full}"


def set_rights(tree: Path) -> None:
    """Programs may be run, everything else is read; as old as the release."""
    for path in (tree, *sorted(tree.rglob("*"))):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / HOME / "handbook"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (release.made(), release.made()), follow_symlinks=False)


def build() -> list[Path]:
    """Write the packages; returns where they lie."""
    work = release.WORK / "deb"
    shutil.rmtree(work, ignore_errors=True)
    icons = release.WORK / "icons"
    script = release.ROOT / "build" / "app_icon.py"
    subprocess.run([sys.executable, str(script), str(icons)], check=True)
    program, editors = work / PACKAGE, work / EDITOR
    lay_out(program, icons)
    lay_out_editors(editors)
    own = relations(*from_system(program, release.APP))
    own["Depends"] += ", fontconfig-config"
    own["Suggests"] = EDITOR
    more = relations(*from_system(editors, release.APP))
    more["Depends"] = f"{PACKAGE} (= {release.version()}), {more['Depends']}"
    packages = [packed(program, own), packed(editors, more)]
    shutil.rmtree(work)
    return packages


def packed(tree: Path, fields: dict[str, str]) -> Path:
    """One package of the files laid out."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{path.relative_to(tree)}\n"
        for path in files
    )
    size_kb = sum(-(-path.stat().st_size // 1024) for path in files)
    architecture = ARCHITECTURES[os.uname().machine]
    _write(tree / "DEBIAN" / "control", control(tree.name, architecture, size_kb, fields))
    _write(tree / "DEBIAN" / "md5sums", sums)
    set_rights(tree)
    package = release.DIST / f"{tree.name}_{release.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", *COMPRESSION, "--build", str(tree), str(package)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.made())}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return package


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")


def _pack(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _link(place: Path, target: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def main() -> int:
    """Build the packages and say how large they are."""
    if not release.APP.is_dir():
        raise SystemExit("deb: there is no frozen app yet: run build/package")
    for package in build():
        print(f"deb: {package.relative_to(release.ROOT)}, {package.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

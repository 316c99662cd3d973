"""Freezes the app for Windows on Debian, under wine, and makes its package.

Needs `apt-get install wine wine64 wixl msitools gcc libc6-dev`. Everything lies in .work/windows;
the packages are those of the lock files, by their sums, as wheels for Windows. This is for trials
before a release: it is not signed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import licences
import msi
import parts
import release

HOME = release.WORK / "windows"
PYTHON = HOME / "cp311" / "python.exe"
PREFIX = HOME / "prefix"
BUNDLE = HOME / "dist" / "handbook"
FREEZERS = ("altgraph", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib",
            "pywin32-ctypes", "setuptools")  # fmt: skip
"""What PyInstaller itself needs on Windows."""
QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "winemenubuilder.exe=d"}
"""No word of wine's own, and no entry in the menus of whoever builds."""
LONGEST = 1800
"""Seconds that freezing may take on a busy computer; everything else is a matter of one."""
_WHEELS = (
    "--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.11",
    "--implementation", "cp", "--abi", "cp311", "--abi", "abi3", "--abi", "none",
)  # fmt: skip
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


def wine(*command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a Windows program; Python there wants no input and a pipe to write to."""
    here = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    environment = {**here, **QUIET, "WINEPREFIX": str(PREFIX), **more}
    return subprocess.run(
        ["wine", *map(str, command)],
        env=environment, cwd=release.ROOT, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, errors="replace", check=False, timeout=LONGEST,
    )  # fmt: skip


def windows_lock() -> str:
    """Of the lock files: what the app runs on, and what freezes it."""
    text = (release.ROOT / "requirements-package.lock").read_text("utf-8")
    names = set(FREEZERS)
    for line in (release.ROOT / "requirements.lock").read_text("utf-8").splitlines():
        names |= set(re.findall(r"^([a-z0-9-]+)==", line))
    blocks = re.split(r"\n(?=[a-z])", text)
    wanted = [block for block in blocks if block.split("==")[0] in names]
    return re.sub(r' ; sys_platform == "win32"', "", "\n".join(wanted)) + "\n"


def make_python() -> None:
    """Put CPython for Windows and the pinned packages into .work/windows."""
    HOME.mkdir(parents=True, exist_ok=True)
    lock = HOME / "wheels.lock"
    wanted = windows_lock() + (release.ROOT / "build" / "windows.lock").read_text("utf-8")
    if PYTHON.is_file() and lock.is_file() and lock.read_text("utf-8") == wanted:
        return
    shutil.rmtree(HOME)
    HOME.mkdir()
    fetched = HOME / "fetched"
    pinned = release.ROOT / "build" / "windows.lock"
    _pip(
        "download",
        "--no-deps",
        "--no-build-isolation",
        "--require-hashes",
        "-d",
        str(fetched),
        "-r",
        str(pinned),
    )
    for name, data in _python_files(next(fetched.glob("*.tar.gz"))):
        place = HOME / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    wheels = HOME / "wheels.txt"
    wheels.write_text(windows_lock(), "utf-8")
    target = PYTHON.parent / "Lib" / "site-packages"
    _pip(
        "install",
        "--no-deps",
        "--no-compile",
        "--require-hashes",
        *_WHEELS,
        "--target",
        str(target),
        "-r",
        str(wheels),
    )
    shutil.rmtree(fetched)
    lock.write_text(wanted, "utf-8")


def _python_files(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as outer:
        member = next(each for each in outer.getmembers() if each.name.endswith("/data.zip"))
        inner = outer.extractfile(member)
        data = inner.read() if inner else b""
    with zipfile.ZipFile(BytesIO(data)) as files:
        for name in files.namelist():
            if name.startswith("cp311/") and "/site-packages/" not in name and name[-1] != "/":
                yield name, files.read(name)


def make_prefix(prefix: Path = PREFIX) -> None:
    """A Windows for wine, in a folder of its own.

    Windows has its own ICU since 2018 and wine has none. Qt asks it only for the old encodings of
    texts, which nobody here reads; any library by that name lets Qt load.
    """
    if prefix.is_dir():
        return
    wine("wineboot", "-i", WINEPREFIX=str(prefix))
    for place in prefix.glob("drive_c/users/*/*"):
        if place.is_symlink():  # into the home of whoever builds
            place.unlink()
            place.mkdir()
    system = prefix / "drive_c" / "windows" / "system32"
    shutil.copy(PYTHON.parent / "vcruntime140_threads.dll", system / "icuuc.dll")


def freeze() -> None:
    """Freeze the app as on Windows."""
    done = wine(
        PYTHON, "-m", "PyInstaller", "build/handbook.spec", "--noconfirm", "--log-level", "ERROR",
        "--workpath", ".work/windows/pyinstaller", "--distpath", ".work/windows/dist",
        PYTHONHASHSEED="1", SOURCE_DATE_EPOCH=str(release.made()),
    )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(f"windows: it could not be frozen:\n{done.stdout}{done.stderr}")
    licences.write(BUNDLE / "_internal")
    parts.write(BUNDLE / "_internal")


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, *_PIP, *arguments], check=True)


def main() -> int:
    """Freeze, package, and say how large both are."""
    missing = [name for name in ("wine", "wixl", "msibuild", "cc") if not shutil.which(name)]
    if missing:
        raise SystemExit(
            f"windows: {', '.join(missing)} missing: "
            "apt-get install wine wine64 wixl msitools gcc libc6-dev"
        )
    make_python()
    make_prefix()
    freeze()
    total = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file())
    print(f"windows: {total / 1e6:.1f} MB installed")
    release.DIST.mkdir(exist_ok=True)
    package = msi.make(BUNDLE, release.version(), release.DIST)
    print(f"windows: {package.relative_to(release.ROOT)}, {package.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

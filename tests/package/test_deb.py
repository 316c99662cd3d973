"""The Debian package: what is in it, and that a bare Debian can install and start it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.screen import screen

ROOT = Path(__file__).resolve().parents[2]
BARE = ROOT / ".work" / "debian"
"""A Debian of nothing but its essential packages; made once, copied for each run."""

pytestmark = pytest.mark.package


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def told(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def package() -> Path:
    found = sorted((ROOT / "dist").glob("handbook_*.deb"))
    if len(found) != 1:
        pytest.fail("There is not one .deb in dist: run `make package`.")
    return found[0]


@pytest.fixture(scope="module")
def files(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deb")
    told("dpkg-deb", "-x", package, folder)
    return folder


@needs("dpkg-deb")
def test_it_is_no_larger_than_agreed(package: Path) -> None:
    assert package.stat().st_size < 31_000_000


@needs("lintian")
def test_lintian_has_nothing_to_say(package: Path) -> None:
    """Each tag that is overridden has its reason in build/linux/lintian-overrides."""
    said = told("lintian", "--allow-root", "--fail-on", "error,warning", package)

    assert said == ""


@needs("dpkg-deb", "desktop-file-validate")
def test_the_entry_of_the_menu_opens_links_and_packs(files: Path) -> None:
    entry = files / "usr/share/applications/handbook.desktop"

    assert told("desktop-file-validate", entry) == ""
    text = entry.read_text("utf-8")
    assert "x-scheme-handler/handbook;" in text
    assert "application/x-handbook;" in text


@needs("dpkg-deb", "appstreamcli")
def test_what_software_centres_show_is_in_order(files: Path) -> None:
    shown = files / "usr/share/metainfo/org.handbook.Handbook.metainfo.xml"

    told("appstreamcli", "validate", "--no-net", "--explain", shown)


@needs("dpkg-deb", "update-mime-database")
def test_a_pack_has_a_type_of_its_own(files: Path) -> None:
    told("update-mime-database", files / "usr/share/mime")

    globs = (files / "usr/share/mime/globs").read_text("ascii")
    assert "application/x-handbook:*.handbook" in globs


@needs("dpkg-deb", "man")
def test_the_manual_page_names_every_command(files: Path) -> None:
    from handbook.cli.main import handbook

    page = files / "usr/share/man/man1/handbook.1.gz"
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", page],
        capture_output=True, text=True, check=True, env={**os.environ, "MANWIDTH": "100"},
    )  # fmt: skip

    assert done.stderr == ""
    assert [name for name in handbook.commands if name not in done.stdout] == []


@needs("dpkg-deb")
def test_no_library_looks_where_it_was_built(files: Path) -> None:
    searched = re.compile(rb"^\s+R(?:UN)?PATH\s+(\S+)", re.MULTILINE)
    libraries = [p for p in files.rglob("*.so*") if p.is_file() and not p.is_symlink()]
    found = [
        path
        for library in libraries
        for path in searched.findall(
            subprocess.run(["objdump", "-p", library], capture_output=True, check=True).stdout
        )
    ]

    assert found
    assert [path for path in found if not path.startswith(b"$ORIGIN")] == []


@needs("dpkg-deb")
def test_the_same_bytes_come_out_again(package: Path) -> None:
    before = package.read_bytes()
    told(sys.executable, ROOT / "build" / "deb.py")

    assert package.read_bytes() == before


@pytest.fixture(scope="module")
def debian(package: Path) -> Iterator[Path]:
    """A fresh Debian with the package in it, and without Python."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.skip("a bare Debian is made by root with debootstrap")
    if not BARE.is_dir():
        half = BARE.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        told("debootstrap", "--variant=minbase", "bookworm", half)
        half.rename(BARE)
    root = BARE.with_suffix(".try")
    shutil.rmtree(root, ignore_errors=True)
    told("cp", "-a", BARE, root)
    shutil.copy(package, root / "handbook.deb")
    (root / "tmp/.X11-unix").mkdir(exist_ok=True)
    for place in ("proc", "tmp/.X11-unix"):
        Path("/", place).mkdir(exist_ok=True)
        told("mount", "--bind", f"/{place}", root / place)
    try:
        inside(root, "apt-get", "-qq", "update")
        inside(root, "apt-get", "-qq", "install", "-y", "--no-install-recommends", "/handbook.deb")
        yield root
    finally:
        for place in ("proc", "tmp/.X11-unix"):
            told("umount", root / place)
        shutil.rmtree(root)


def inside(
    root: Path, *command: str, check: bool = True, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a program of that Debian, with nothing of this computer's environment."""
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive", **more,
    }  # fmt: skip
    done = subprocess.run(
        ["chroot", root, *command],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    assert not check or done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done


def test_a_bare_debian_finds_it_in_order_without_python(debian: Path) -> None:
    assert not list(debian.glob("usr/bin/python*"))

    inside(debian, "handbook", "self-check")


def test_its_window_opens_there(debian: Path) -> None:
    if not shutil.which("Xvfb"):
        pytest.skip("a screen is made by Xvfb")
    with screen() as display:
        done = inside(
            debian, "handbook", DISPLAY=display, HANDBOOK_MARKS="1", HANDBOOK_QUIT_AFTER="home"
        )

    assert "mark home-painted" in done.stderr


def test_it_reads_the_schools_settings_for_the_computer(debian: Path) -> None:
    policy = debian / "etc/handbook/policy.toml"
    policy.parent.mkdir()
    policy.write_text('role = "teachers"\neditor = 0\n', "utf-8")

    said = inside(debian, "handbook", "self-check").stdout

    assert "/etc/handbook/policy.toml: role, editor" in said
    shutil.rmtree(policy.parent)


def test_taken_away_it_leaves_only_what_readers_kept(debian: Path) -> None:
    inside(debian, "handbook", "search", "snapchat")
    inside(debian, "apt-get", "-qq", "purge", "-y", "handbook")

    left = {path.relative_to(debian).as_posix() for path in debian.rglob("*handbook*")}
    kept = {name for name in left if name.startswith(("root/.local/", "root/.cache/"))}
    assert "root/.local/share/handbook" in kept
    assert left - kept == {"handbook.deb"}
    assert inside(debian, "dpkg", "-s", "handbook", check=False).returncode != 0

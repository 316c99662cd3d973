"""The Debian packages: what is in them, and that a bare Debian can install and start them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.package.screen import screen

ROOT = Path(__file__).resolve().parents[2]
BARE = ROOT / ".work" / "debian"
"""A Debian of nothing but its essential packages; made once, copied for each run."""
IMPORTED = ("minibus-styles.docx", "minibus-hand.pdf", "minibus-word.htm")

pytestmark = pytest.mark.package


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }


def parts_of(package: Path) -> set[str]:
    """The files of the frozen app that a package holds."""
    with TemporaryDirectory() as folder:
        told("dpkg-deb", "-x", package, folder)
        return files_below(Path(folder) / "usr/lib/handbook")


def told(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def built(name: str) -> Path:
    found = sorted((ROOT / "dist").glob(f"{name}_*.deb"))
    if len(found) != 1:
        pytest.fail(f"There is not one {name} package in dist: run `make package`.")
    return found[0]


@pytest.fixture(scope="module")
def package() -> Path:
    return built("handbook")


@pytest.fixture(scope="module")
def editors() -> Path:
    return built("handbook-editor")


@pytest.fixture(scope="module")
def files(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deb")
    told("dpkg-deb", "-x", package, folder)
    return folder


def test_they_are_no_larger_than_agreed(package: Path, editors: Path) -> None:
    assert package.stat().st_size < 24_000_000
    assert editors.stat().st_size < 5_000_000


@needs("dpkg-deb")
def test_both_together_are_the_frozen_app_and_no_file_is_in_both(
    package: Path, editors: Path
) -> None:
    both = [parts_of(each) for each in (package, editors)]

    assert both[0].isdisjoint(both[1])
    assert both[0] | both[1] == files_below(ROOT / "dist" / "handbook")


@needs("lintian")
@pytest.mark.parametrize("name", ["handbook", "handbook-editor"])
def test_lintian_has_nothing_to_say(name: str) -> None:
    """Each tag that is overridden has its reason in build/linux/lintian-overrides*."""
    said = told("lintian", "--allow-root", "--fail-on", "error,warning", built(name))

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
def test_the_same_bytes_come_out_again(package: Path, editors: Path) -> None:
    before = package.read_bytes(), editors.read_bytes()
    told(sys.executable, ROOT / "build" / "deb.py")

    assert (package.read_bytes(), editors.read_bytes()) == before


@pytest.fixture(scope="module")
def debian(package: Path, editors: Path) -> Iterator[Path]:
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
    shutil.copy(editors, root / "handbook-editor.deb")
    for name in IMPORTED:
        shutil.copy(ROOT / "tests/fixtures/imports" / name, root)
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


def test_without_the_editors_package_a_word_file_says_whom_to_ask(debian: Path) -> None:
    done = inside(debian, "handbook", "import", f"/{IMPORTED[0]}", "-o", "/tmp/d", check=False)

    assert done.returncode == 3
    assert "ask your IT to add it" in done.stderr
    assert not (debian / "tmp/d").exists()
    checked = inside(debian, "handbook", "self-check", "--editor", check=False)
    assert checked.returncode == 1
    assert "editor's part: it is not installed" in checked.stdout
    assert "editor   not installed" in inside(debian, "handbook", "self-check").stdout


def test_the_editors_package_goes_on_top_and_away_again(debian: Path) -> None:
    inside(
        debian, "apt-get", "-qq", "install", "-y", "--no-install-recommends",
        "/handbook-editor.deb",
    )  # fmt: skip

    inside(debian, "handbook", "import", *(f"/{name}" for name in IMPORTED), "-o", "/tmp/d")
    assert len(list((debian / "tmp/d").iterdir())) == len(IMPORTED)
    assert "editor   installed" in inside(debian, "handbook", "self-check", "--editor").stdout

    inside(debian, "apt-get", "-qq", "purge", "-y", "handbook-editor")
    assert "editor   not installed" in inside(debian, "handbook", "self-check").stdout
    shutil.rmtree(debian / "tmp/d")


def test_taken_away_it_leaves_only_what_readers_kept(debian: Path) -> None:
    inside(debian, "handbook", "search", "snapchat")
    inside(debian, "apt-get", "-qq", "purge", "-y", "handbook")

    found = told("find", debian, "-xdev", "-name", "*handbook*").splitlines()
    left = {Path(path).relative_to(debian).as_posix() for path in found}
    kept = {name for name in left if name.startswith(("root/.local/", "root/.cache/"))}
    assert "root/.local/share/handbook" in kept
    assert left - kept == {"handbook.deb", "handbook-editor.deb"}
    assert inside(debian, "dpkg", "-s", "handbook", check=False).returncode != 0

"""The Windows package under wine: installed, updated, refused, taken away; nothing is left.

Wine is no Windows: this shows that the package does what it says, not that Windows agrees.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msi
import parts
import pytest
import release
import windows as under_wine

from tests.package.screen import screen

BUNDLE = under_wine.BUNDLE
FOLDER = "C:\\Program Files\\Handbook"
SETUP, POLICY = "HKLM\\Software\\Handbook\\Setup", "HKLM\\Software\\Policies\\Handbook"
LINKS = "HKLM\\Software\\Classes\\handbook\\shell\\open\\command"
FAILED = 1603
"""Windows Installer's exit code of an installation that did not come to its end."""

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(
        not (shutil.which("wine") and shutil.which("wixl")), reason="wine or wixl is not installed"
    ),
]


TRANSITIVE = 64
"""The bit of a component whose condition is asked again where it is installed over itself:
msidbComponentAttributesTransitive, in the reference of the Component table."""
OVER_ITSELF = ("REINSTALL=ALL", "REINSTALLMODE=omus")
"""How a package is installed once more, to be given something else."""


def installed(*, editors: bool) -> set[str]:
    """The files of one part, from the drive."""
    inside = BUNDLE / "_internal"
    return {
        f"Program Files/Handbook/{path.relative_to(BUNDLE).as_posix()}"
        for path in BUNDLE.rglob("*")
        if path.is_file()
        and editors
        == (inside in path.parents and parts.is_editors(path.relative_to(inside).as_posix()))
    }


class Windows:
    """A fresh Windows of wine's, with nothing of ours in it."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return under_wine.wine(*command, WINEPREFIX=str(self.prefix), **more)

    def install(self, package: Path, *properties: str) -> int:
        return self.msiexec("/i", f"Z:{package}".replace("/", "\\"), *properties)

    def msiexec(self, *arguments: str) -> int:
        code = self.run("msiexec", *arguments, "/qn", "/norestart").returncode
        return FAILED if code == FAILED % 256 else code  # here exit codes have eight bits

    def value(self, key: str, name: str | None = None) -> str | None:
        asked = ["/v", name] if name else ["/ve"]
        said = self.run("reg", "query", key, *asked).stdout
        found = re.search(r"REG_\w+ +(.*?)\s*$", said, re.MULTILINE)
        return found[1] if found else None

    def files(self) -> set[str]:
        """Every file below the drive, but for what Windows itself writes as it runs."""
        drive = self.prefix / "drive_c"
        own = ("windows/", "users/root/Temp/", "users/root/AppData/Local/Temp/")
        found = (path.relative_to(drive).as_posix() for path in drive.rglob("*") if path.is_file())
        return {name for name in found if not name.startswith(own)}

    def keys(self) -> set[str]:
        """The keys of the registry that have to do with us."""
        self.run("wineserver", "-w")
        text = (self.prefix / "system.reg").read_text("utf-8", "replace")
        return {key for key in re.findall(r"^\[(.+?)\]", text, re.MULTILINE) if "andbook" in key}

    def entries(self) -> list[str]:
        """What Apps & features lists: names and versions."""
        said = self.run(
            "reg", "query", "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall", "/s"
        ).stdout
        return [part for part in re.split(r"\n(?=HKEY)", said) if "Staff handbook" in part]


@pytest.fixture(scope="module", autouse=True)
def _one_time_for_all() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        yield


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    if not BUNDLE.is_dir():
        pytest.fail("There is no Windows app yet: run `make windows`.")
    folder = tmp_path_factory.mktemp("msi")
    return {version: msi.make(BUNDLE, version, folder) for version in ("0.1.0", "0.2.0")}


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    prefix = tmp_path / "prefix"
    shutil.copytree(under_wine.PREFIX, prefix, symlinks=True)
    yield Windows(prefix)
    subprocess.run(
        ["wineserver", "-k"], env={**os.environ, "WINEPREFIX": str(prefix)}, check=False
    )


def test_it_is_installed_for_all_and_taken_away_whole(
    windows: Windows, packages: dict[str, Path]
) -> None:
    files, keys = windows.files(), windows.keys()

    assert windows.install(packages["0.1.0"]) == 0

    new = windows.files() - files
    shipped = installed(editors=False)
    assert shipped <= new
    # Wine has no menu for all users, and puts the entry into that of whoever installs.
    (entry_of_menu,) = new - shipped
    assert entry_of_menu.endswith("/Microsoft/Windows/Start Menu/Programs/Staff handbook.lnk")
    assert windows.value(LINKS) == f'"{FOLDER}\\HandbookApp.exe" "%1"'
    assert windows.value("HKLM\\Software\\Classes\\.handbook") == "Handbook.Pack"
    (entry,) = windows.entries()
    assert re.search(r"DisplayVersion +REG_SZ +0\.1\.0", entry)
    assert windows.value(POLICY, "content-folders") is None

    assert windows.msiexec("/x", f"Z:{packages['0.1.0']}".replace("/", "\\")) == 0

    assert windows.files() == files
    assert windows.keys() == keys
    assert windows.entries() == []


def test_the_editors_part_comes_where_it_is_asked_for_and_is_kept(
    windows: Windows, packages: dict[str, Path]
) -> None:
    part = installed(editors=True)
    assert part
    assert windows.install(packages["0.1.0"], "EDITOR=1") == 0
    assert part <= windows.files()
    assert windows.run(f"{FOLDER}\\handbook.exe", "self-check", "--editor").returncode == 0
    drafts = windows.prefix / "drive_c" / "drafts"
    for name in ("minibus-styles.docx", "minibus-word.htm"):  # self-check imports a PDF
        file = f"Z:{release.ROOT}/tests/fixtures/imports/{name}".replace("/", "\\")
        done = windows.run(f"{FOLDER}\\handbook.exe", "import", file, "-o", "C:\\drafts")
        assert done.returncode == 0, done.stderr
    assert len(list(drafts.glob("minibus-*.md"))) == 2

    assert windows.install(packages["0.2.0"]) == 0
    assert part <= windows.files()

    # Windows takes such components away then, says its documentation; wine leaves them.
    assert windows.install(packages["0.2.0"], "EDITOR=0", *OVER_ITSELF) == 0
    assert windows.value(POLICY, "editor") == "0"
    assert windows.run(f"{FOLDER}\\handbook.exe", "self-check").returncode == 0


def test_windows_asks_anew_whether_the_editors_part_is_wanted(packages: dict[str, Path]) -> None:
    said = subprocess.run(
        ["msiinfo", "export", str(packages["0.1.0"]), "Component"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [line.split("\t") for line in said.splitlines()[3:]]
    asked = [row for row in rows if row[4].startswith('EDITOR = "1"')]

    assert len(asked) == len(installed(editors=True))
    assert all(int(row[3]) & TRANSITIVE for row in asked)


def test_the_editors_part_can_be_added_later(windows: Windows, packages: dict[str, Path]) -> None:
    assert windows.install(packages["0.1.0"], "CONTENTFOLDER=\\\\server\\policies") == 0
    assert installed(editors=True).isdisjoint(windows.files())
    missing = windows.run(f"{FOLDER}\\handbook.exe", "self-check", "--editor")
    assert missing.returncode == 1

    assert windows.install(packages["0.1.0"], "EDITOR=1", *OVER_ITSELF) == 0

    assert installed(editors=True) | installed(editors=False) <= windows.files()
    assert windows.value(SETUP, "EDITOR") == "1"
    assert windows.value(POLICY, "content-folders") == "\\\\server\\policies"
    assert windows.run(f"{FOLDER}\\handbook.exe", "self-check", "--editor").returncode == 0


def test_installed_it_finds_itself_in_order(windows: Windows, packages: dict[str, Path]) -> None:
    properties = ("CONTENTFOLDER=\\\\server\\policies", "RECEIPTSFOLDER=\\\\server\\receipts")
    assert windows.install(packages["0.1.0"], *properties, "EDITOR=0") == 0

    checked = windows.run(f"{FOLDER}\\handbook.exe", "self-check", "--json")
    found = windows.run(f"{FOLDER}\\handbook.exe", "search", "snapchat")

    assert checked.returncode == 0, checked.stdout
    said = json.loads(checked.stdout)
    assert said["policy"].endswith(": content-folders, receipts-folder, editor")
    assert found.returncode == 0
    assert "Social media" in found.stdout


def test_installed_its_window_opens(windows: Windows, packages: dict[str, Path]) -> None:
    if not shutil.which("Xvfb"):
        pytest.skip("a screen is made by Xvfb")
    assert windows.install(packages["0.1.0"]) == 0

    with screen() as display:
        done = windows.run(
            f"{FOLDER}\\HandbookApp.exe",
            DISPLAY=display, HANDBOOK_MARKS="1", HANDBOOK_QUIT_AFTER="home",
        )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "mark home-painted" in done.stderr


def test_an_update_keeps_what_was_set_and_is_one_entry(
    windows: Windows, packages: dict[str, Path]
) -> None:
    given = ("CONTENTFOLDER=\\\\server\\policies", "EDITOR=0", "DESKTOPSHORTCUT=1")
    assert windows.install(packages["0.1.0"], *given) == 0
    before = windows.files()

    assert windows.install(packages["0.2.0"], "RECEIPTSFOLDER=\\\\server\\receipts") == 0

    (entry,) = windows.entries()
    assert re.search(r"DisplayVersion +REG_SZ +0\.2\.0", entry)
    assert windows.files() == before
    assert any(name.endswith("Desktop/Staff handbook.lnk") for name in before)
    assert windows.value(POLICY, "content-folders") == "\\\\server\\policies"
    assert windows.value(POLICY, "editor") == "0"
    assert windows.value(POLICY, "receipts-folder") == "\\\\server\\receipts"


def test_an_update_takes_a_folder_that_is_given_anew(
    windows: Windows, packages: dict[str, Path]
) -> None:
    assert windows.install(packages["0.1.0"], "CONTENTFOLDER=\\\\old\\policies") == 0

    assert windows.install(packages["0.2.0"], "CONTENTFOLDER=\\\\new\\policies") == 0

    assert windows.value(POLICY, "content-folders") == "\\\\new\\policies"


def test_an_older_version_is_refused(windows: Windows, packages: dict[str, Path]) -> None:
    assert windows.install(packages["0.2.0"]) == 0
    files = windows.files()

    assert windows.install(packages["0.1.0"]) == FAILED

    (entry,) = windows.entries()
    assert re.search(r"DisplayVersion +REG_SZ +0\.2\.0", entry)
    assert windows.files() == files


def test_taken_away_it_leaves_what_the_reader_kept(
    windows: Windows, packages: dict[str, Path]
) -> None:
    assert windows.install(packages["0.1.0"]) == 0
    assert windows.run(f"{FOLDER}\\handbook.exe", "search", "snapchat").returncode == 0
    kept = {name for name in windows.files() if "/AppData/Local/handbook/" in name}
    assert kept

    assert windows.msiexec("/x", f"Z:{packages['0.1.0']}".replace("/", "\\")) == 0

    assert kept <= windows.files()
    assert not (windows.prefix / "drive_c/Program Files/Handbook").exists()


def test_it_brings_its_icon_and_takes_properties_when_elevated(packages: dict[str, Path]) -> None:
    table = dict(
        line.split("\t", 1)
        for line in subprocess.run(
            ["msiinfo", "export", packages["0.1.0"], "Property"],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()
    )  # fmt: skip

    assert table["ARPPRODUCTICON"] == "handbook.ico"
    assert {"CONTENTFOLDER", "RECEIPTSFOLDER", "EDITOR", "DESKTOPSHORTCUT"} <= set(
        table["SecureCustomProperties"].split(";")
    )


def test_it_is_no_larger_than_agreed(packages: dict[str, Path]) -> None:
    staff = sum(
        (BUNDLE / name.split("/", 2)[2]).stat().st_size for name in installed(editors=False)
    )

    assert staff < 65_000_000
    assert packages["0.1.0"].stat().st_size < 29_000_000


def test_the_same_bytes_come_out_again(packages: dict[str, Path], tmp_path: Path) -> None:
    assert msi.make(BUNDLE, "0.1.0", tmp_path).read_bytes() == packages["0.1.0"].read_bytes()

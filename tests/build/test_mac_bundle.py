"""What macOS is told of the app, and what its package does."""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
import sys
from pathlib import Path

import mac_bundle
import pytest

from handbook.domain.opening import is_window_word
from handbook.state.managed import MAC_FILE

ROOT = Path(__file__).resolve().parents[2]
POSTINSTALL = ROOT / "build" / "macos" / "scripts" / "postinstall"
PROGRAM = Path("/Applications/Handbook.app/Contents/MacOS/handbook")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it runs shells")


def install(disk: Path) -> Path:
    """Run what the installer runs for a disk; returns where the command belongs."""
    subprocess.run([POSTINSTALL, "package", "/Applications", disk, "/"], check=True)
    return disk / "usr" / "local" / "bin" / "handbook"


def test_managed_preferences_have_the_apps_name() -> None:
    assert MAC_FILE.name == f"{mac_bundle.BUNDLE_ID}.plist"


def test_the_app_opens_packs_by_a_type_that_it_declares_itself() -> None:
    info = mac_bundle.info()
    (document,), (declared,) = info["CFBundleDocumentTypes"], info["UTExportedTypeDeclarations"]

    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    tags = declared["UTTypeTagSpecification"]
    assert all(is_window_word(f"new.{ending}") for ending in tags["public.filename-extension"])
    linux = (ROOT / "build" / "linux" / "handbook.mime.xml").read_text("utf-8")
    assert re.findall(r'mime-type type="([^"]+)"', linux) == tags["public.mime-type"]


def test_the_app_opens_links_in_a_window_and_not_in_the_background() -> None:
    info = mac_bundle.info()

    schemes = [each for told in info["CFBundleURLTypes"] for each in told["CFBundleURLSchemes"]]
    assert all(is_window_word(f"{scheme}:social-media") for scheme in schemes)
    assert schemes
    assert info["LSBackgroundOnly"] is False
    assert info["NSHighResolutionCapable"] is True


def test_all_that_is_told_can_be_written_and_read_again(tmp_path: Path) -> None:
    mac_bundle.write(tmp_path)

    assert plistlib.loads(plistlib.dumps(mac_bundle.info())) == mac_bundle.info()
    component = plistlib.loads((tmp_path / "component.plist").read_bytes())
    assert [each["BundleIsRelocatable"] for each in component] == [False]
    assert plistlib.loads((tmp_path / "needs.plist").read_bytes())["os"] == ["13.0"]


def test_the_package_puts_the_command_where_a_terminal_finds_it(tmp_path: Path) -> None:
    command = install(tmp_path)

    assert command.readlink() == PROGRAM
    assert install(tmp_path).readlink() == PROGRAM


def test_a_command_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    command = tmp_path / "usr" / "local" / "bin" / "handbook"
    command.parent.mkdir(parents=True)
    command.write_text("another")
    install(tmp_path)

    assert command.read_text() == "another"
    command.unlink()
    command.symlink_to("/opt/another")
    install(tmp_path)
    assert command.readlink() == Path("/opt/another")


@pytest.mark.parametrize("name", ["package", "keychain", "scripts/postinstall"])
def test_the_scripts_of_macos_can_be_run(name: str) -> None:
    script = ROOT / "build" / "macos" / name
    shell = script.read_text("utf-8").splitlines()[0].removeprefix("#!")

    assert os.access(script, os.X_OK)
    subprocess.run([shell, "-n", script], check=True)


def test_without_certificates_no_keychain_is_made() -> None:
    environment = {"PATH": "/nowhere"}
    ran = subprocess.run(
        [ROOT / "build" / "macos" / "keychain"], env=environment, capture_output=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, b"")

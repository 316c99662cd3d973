"""The running program, heard through the real bus of the screen readers (make heard)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
NEEDED = "needs Debian's at-spi2-core, gir1.2-atspi-2.0, python3-gi, dbus and xvfb"


def _can_hear() -> bool:
    if not (shutil.which("dbus-run-session") and shutil.which("Xvfb") and Path(BUS).exists()):
        return False
    probe = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([SYSTEM_PYTHON, "-c", probe], check=False).returncode == 0


@pytest.mark.heard
@pytest.mark.skipif(sys.platform != "linux", reason="the bus of Linux's screen readers")
def test_a_journey_can_be_made_by_ear(tmp_path: Path) -> None:
    if not _can_hear():
        pytest.skip(NEEDED)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ},
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "HANDBOOK_DATA": str(tmp_path / "data"),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONFAULTHANDLER": "1",
    }
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        environment["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        done = _in_session(environment)
    finally:
        screen.kill()
        screen.wait()
        os.close(read)
        os.close(write)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "gone push button 'Leave quickly'" in done.stdout


def _in_session(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = f'{BUS} --launch-immediately & exec {SYSTEM_PYTHON} "$@"'
    reader = str(HERE / "screen_reader.py")
    command = ["dbus-run-session", "--", "sh", "-c", script, "sh", reader]
    program = [sys.executable, "-m", "handbook"]
    running = subprocess.Popen(
        [*command, *program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, err = running.communicate(timeout=120)
    finally:
        os.killpg(running.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, running.returncode, out, err)

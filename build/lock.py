"""Writes the lock files: every package that we install, at one version, with its sums.

Three files, each the whole of what one task needs: `requirements.lock` to run,
`requirements-dev.lock` to test and check, `requirements-package.lock` to build a frozen app.
No address of a registry stands in them: pip asks the one that the machine is set up for.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": ("fonts",),
    "requirements-dev.lock": ("fonts", "dev"),
    "requirements-package.lock": ("fonts", "dev", "package"),
}
ELSEWHERE = {
    "colorama": "win32",
    "macholib": "darwin",
    "pefile": "win32",
    "pywin32-ctypes": "win32",
}
"""What our packages need on another system only, and so is not found by resolving here."""
NEEDED_ELSEWHERE = {
    "requirements.lock": ("colorama",),
    "requirements-dev.lock": ("colorama",),
    "requirements-package.lock": ("colorama", "macholib", "pefile", "pywin32-ctypes"),
}
OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)


def requirements(name: str) -> list[str]:
    """What pyproject.toml asks for, for the task that this lock file serves."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = list(settings["project"]["dependencies"])
    for group in LOCKS[name]:
        wanted += settings["dependency-groups"][group]
    return [*wanted, *NEEDED_ELSEWHERE[name]]


def compiled(name: str, base: str) -> str:
    """The lock file's text, at the versions of the smaller file where both hold a package."""
    work = ROOT / ".work" / "lock"
    work.mkdir(parents=True, exist_ok=True)
    source, pins = work / "wanted.in", work / "pins.txt"
    source.write_text("\n".join([*requirements(name), "-c pins.txt"]) + "\n", "utf-8")
    pins.write_text("\n".join(re.findall(r"^[A-Za-z0-9._-]+==\S+", base, re.MULTILINE)), "utf-8")
    out = work / name
    out.unlink(missing_ok=True)
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, "-o", str(out), str(source)]
    subprocess.run(command, check=True, cwd=work)
    return marked(out.read_text("utf-8"))


def marked(text: str) -> str:
    """The same with its condition beside each package that another system needs."""
    for package, system in ELSEWHERE.items():
        line = re.compile(rf"^({re.escape(package)}==\S+)", re.MULTILINE)
        text = line.sub(rf'\1 ; sys_platform == "{system}"', text)
    return text


def main() -> int:
    """Write all lock files."""
    base = ""
    for name, groups in LOCKS.items():
        base = compiled(name, base)
        head = f"# Written by `make lock` from pyproject.toml ({', '.join(('run', *groups))}).\n"
        (ROOT / name).write_text(head + base, "utf-8")
        print(f"{name}: {len(re.findall('==', base))} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes what the app is made of, as CycloneDX: dist/handbook-VERSION.cdx.json.

cyclonedx-py reads the packages from this environment; those that only build or test are taken out,
and what is no package of Python's is put in.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import licences
import release

OTHERS = (
    {"name": "CPython", "version": platform.python_version(), "license": "PSF-2.0"},
    {"name": "Atkinson Hyperlegible Next", "license": "OFL-1.1"},
    {"name": "Source Serif 4", "license": "OFL-1.1"},
)
"""In the app, and no package of Python's. Qt comes inside PySide6_Essentials."""


def of_environment() -> dict[str, Any]:
    """What cyclonedx-py finds here."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "all.json"
        command = [
            sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible",
            "--spec-version", "1.6", "--pyproject", str(release.ROOT / "pyproject.toml"),
            "-o", str(out), sys.executable,
        ]  # fmt: skip
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.made())}
        subprocess.run(command, check=True, env=environment)
        found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def of_app(found: Mapping[str, Any]) -> dict[str, Any]:
    """The same with what is in the app, and nothing else."""
    names = {_normal(name) for name in licences.bundled()}
    kept = [each for each in found["components"] if _normal(each["name"]) in names]
    missing = names - {_normal(each["name"]) for each in kept}
    if missing:
        raise SystemExit(f"sbom: not found here: {', '.join(sorted(missing))}")
    refs = {each["bom-ref"] for each in kept}
    root = {**found["metadata"]["component"], "version": release.version()}
    top = next(each for each in found["dependencies"] if each["ref"] == root["bom-ref"])
    dependencies = [
        {
            "ref": each["ref"],
            "dependsOn": sorted(refs & set(each.get("dependsOn", ()))),
        }
        for each in found["dependencies"]
        if each["ref"] in refs or each is top
    ]
    others = [_other(**each) for each in OTHERS]
    return {
        **found,
        "metadata": {**found["metadata"], "component": root},
        "components": [*kept, *others],
        "dependencies": dependencies,
    }


def _other(name: str, license: str, version: str = "") -> dict[str, Any]:  # noqa: A002 - its word
    kind = "platform" if name == "CPython" else "data"
    told = {"version": version} if version else {}
    return {
        "bom-ref": name.lower().replace(" ", "-"),
        "type": kind,
        "name": name,
        **told,
        "licenses": [{"license": {"id": license}}],
    }


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Write the file."""
    release.DIST.mkdir(exist_ok=True)
    target = release.DIST / f"handbook-{release.version()}.cdx.json"
    text = json.dumps(of_app(of_environment()), indent=1, sort_keys=True) + "\n"
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"sbom: {target.relative_to(release.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

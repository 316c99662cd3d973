"""What comes beside the packages of a release: what they are made of, and their sums."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import licences
import pytest
import sbom

DIST = Path(__file__).resolve().parents[2] / "dist"

pytestmark = pytest.mark.package


def test_what_the_app_is_made_of_is_written_as_cyclonedx_wants_it() -> None:
    validation = pytest.importorskip("cyclonedx.validation.json")
    schema = pytest.importorskip("cyclonedx.schema")
    text = json.dumps(sbom.of_app(sbom.of_environment()))

    assert validation.JsonStrictValidator(schema.SchemaVersion.V1_6).validate_str(text) is None


def test_it_names_every_package_of_the_app_and_none_that_only_builds_it() -> None:
    (file,) = DIST.glob("handbook-*.cdx.json")
    found = json.loads(file.read_text("utf-8"))
    names = {each["name"].lower().replace("_", "-") for each in found["components"]}

    assert set(licences.bundled()) <= names
    assert names.isdisjoint({"pytest", "pyinstaller", "cyclonedx-bom", "mypy"})
    assert found == sbom.of_app(sbom.of_environment())


def test_the_sums_are_those_of_what_lies_there() -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=DIST, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert ".deb: OK" in done.stdout

"""The lock files hold what pyproject.toml asks for, checked by sums, from no fixed address."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-package.lock")
GROUPS = {LOCKS[0]: ["fonts"], LOCKS[1]: ["fonts", "dev"], LOCKS[2]: ["fonts", "dev", "package"]}


def text_of(lock: str) -> str:
    return (ROOT / lock).read_text("utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins_of(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text_of(lock), re.MULTILINE))


def needs_of(package: str) -> list[Requirement]:
    """What a package asks for, as far as it is installed here."""
    try:
        return [Requirement(line) for line in distribution(package).requires or []]
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_a_task_asks_for_is_pinned(lock: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = list(settings["project"]["dependencies"])
    for group in GROUPS[lock]:
        wanted += settings["dependency-groups"][group]

    names = {normal(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in wanted}

    assert names - set(pins_of(lock)) == set()


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_what_a_package_needs_on_another_system_is_pinned_too(lock: str, system: str) -> None:
    names = {"win32": "Windows", "darwin": "Darwin"}
    there = {"sys_platform": system, "platform_system": names[system], "extra": ""}
    pins = pins_of(lock)

    lacking = [
        f"{package} needs {need.name}"
        for package in pins
        for need in needs_of(package)
        if normal(need.name) not in pins and need.marker is not None
        if need.marker.evaluate(there)
    ]

    assert lacking == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_sums(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", text_of(lock))[1:]

    assert blocks
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock_file(lock: str) -> None:
    assert re.findall(r"\w+://\S+|--(?:extra-)?index\S*|--find-links", text_of(lock)) == []


@pytest.mark.parametrize(("smaller", "larger"), [LOCKS[:2], LOCKS[1:]])
def test_a_larger_lock_holds_the_smaller_one_at_the_same_versions(
    smaller: str, larger: str
) -> None:
    assert pins_of(smaller).items() <= pins_of(larger).items()

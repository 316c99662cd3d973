"""A small school, its key, and packs of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.publish import make_pack

CONTENT = {
    "school.yaml": b'school:\n  name: "Hill School"\n  id: "hill"\n',
    "policies/phones.md": b"---\ntitle: Phones\n---\n\n## Calls {#calls}\n\nStep outside.\n",
    "policies/visitors.md": b"---\ntitle: Visitors\n---\n\n## Gate {#gate}\n\nSign in.\n",
    "images/gate.png": bytes(range(256)) * 4,
}
NEWER = {**CONTENT, "policies/phones.md": CONTENT["policies/phones.md"] + b"\nAnd be brief.\n"}

MakePack = Callable[..., bytes]


def manifest(version: int = 1, school: str = "hill", app: str = "0.1.0") -> Manifest:
    return Manifest(school, "Hill School", version, date(2026, 11, 1), date(2027, 11, 1), app)


@pytest.fixture(scope="session")
def key() -> SecretKey:
    return SecretKey.make()


@pytest.fixture(scope="session")
def other_key() -> SecretKey:
    return SecretKey.make()


@pytest.fixture(scope="session")
def pack(key: SecretKey) -> bytes:
    return make_pack(CONTENT, manifest(), key)


@pytest.fixture(scope="session")
def newer(key: SecretKey) -> bytes:
    return make_pack(NEWER, manifest(2), key)

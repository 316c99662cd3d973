"""A small school, its key, and packs of it."""

from __future__ import annotations

import pytest

from handbook.packs.keys import SecretKey
from handbook.packs.publish import make_pack
from tests.packs.small import CONTENT, NEWER, manifest


@pytest.fixture(scope="session")
def key() -> SecretKey:
    return SecretKey.make()


@pytest.fixture(scope="session")
def other_key() -> SecretKey:
    return SecretKey.make()


@pytest.fixture(scope="session")
def pack(key: SecretKey) -> bytes:
    return make_pack(CONTENT, manifest(1), key)


@pytest.fixture(scope="session")
def newer(key: SecretKey) -> bytes:
    return make_pack(NEWER, manifest(2), key)

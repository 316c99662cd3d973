"""Garbage is collected in the window's thread only."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from handbook.app.collector import YOUNG, Collector


class Knot:
    """Something that only a collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    assert qapp is not None
    was_on = gc.isenabled()
    made = Collector()
    yield made
    made.close()
    if not was_on:
        gc.disable()


def test_python_itself_collects_no_more(collector: Collector) -> None:
    assert not gc.isenabled()

    collector.close()

    assert gc.isenabled()


def test_what_nothing_reaches_is_freed_once_enough_has_gathered(collector: Collector) -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    del knot

    kept = [[number] for number in range(YOUNG * 2)]
    collector.collect()

    assert kept
    assert gone() is None


def test_little_garbage_is_left_for_later(collector: Collector) -> None:
    gc.collect()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot

    collector.collect()

    assert gone() is not None

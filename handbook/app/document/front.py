"""What stands above the first section of a policy."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.blocks import Spans


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above the first section besides the title."""

    meta: str = ""
    notice_title: str = ""
    notice: Spans = ()
    """A calm notice in amber; empty for none."""


NO_FRONT = Front()

"""Fixtures that all tests share. Qt is told to draw offscreen before it is imported."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

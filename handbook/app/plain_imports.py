"""Loads Qt, and has Python import as ever after it.

PySide puts an import of its own in place of Python's, for names in another spelling that nobody
here asks for. It reads the source of every module that is loaded after it, which costs more than
loading the module, and Python keeps what was read.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - for its effect

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

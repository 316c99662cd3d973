"""Whether the editor's part is installed: the libraries that read Word files, PDFs and web pages.

Staff need none of it, so that a school installs it for those who bring policies in.
"""

from __future__ import annotations

from importlib.util import find_spec

NOT_HERE = (
    "Word files, PDFs and web pages take the editor’s part of the handbook, which is not "
    "installed on this computer: ask your IT to add it"
)
"""Ends a sentence that says what cannot be done, or stands alone with a full stop."""
_LIBRARIES = ("lxml", "pypdfium2", "pypdfium2_raw")


def is_installed() -> bool:
    """True where such files can be read; an empty folder of a library's name is no library."""
    found = (find_spec(name) for name in _LIBRARIES)
    return all(spec is not None and spec.origin is not None for spec in found)

"""Who uses the computer, and what it is called, as the system says it."""

from __future__ import annotations

import os
import sys

_LONGEST = 200
_UNKNOWN = "unknown"


def account_name() -> str:
    """The name of the account; on Windows with its domain before it."""
    if sys.platform == "win32":
        domain, name = os.environ.get("USERDOMAIN", ""), os.environ.get("USERNAME", "")
        return _clean(f"{domain}\\{name}" if domain and name else name)
    import pwd

    try:
        return _clean(pwd.getpwuid(os.getuid()).pw_name)
    except KeyError:
        return str(os.getuid())


def computer_name() -> str:
    """The computer's own name. Nothing is asked of the network for it."""
    if sys.platform == "win32":
        return _clean(os.environ.get("COMPUTERNAME", ""))
    return _clean(os.uname().nodename)


def _clean(text: str) -> str:
    shown = "".join(letter for letter in text if letter.isprintable())
    return shown.encode("utf-8", "replace").decode("utf-8")[:_LONGEST] or _UNKNOWN

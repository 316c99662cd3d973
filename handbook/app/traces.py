"""What Qt and the system would write by themselves, and must not."""

from __future__ import annotations

import os
import sys


def leave_no_traces() -> None:
    """Keep the memory of a crash and the places of file dialogs off the disk.

    To be called once at the start, before any dialog. A crash may hold what somebody typed.
    Qt's own file dialog keeps its last places in QtProject.conf; on Linux that file now has no
    place where it could be written, elsewhere `forget_places` takes the entries away.
    """
    if sys.platform == "linux":
        from PySide6.QtCore import QSettings

        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forget_places() -> None:
    """Take away where file dialogs were last, after one has been destroyed."""
    from PySide6.QtCore import QSettings

    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()

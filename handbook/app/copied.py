"""What was copied or selected on the pages of a journey, and taking it away again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class Copied(QObject):
    """Knows whether what lies on the clipboard was copied in a journey.

    It never looks at the words. The history that Windows keeps of the clipboard is out of
    reach; the guide on what can still be seen says so.
    """

    def __init__(self, in_journey: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._in_journey = in_journey
        self._is_of_journey = False
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def forget(self) -> None:
        """Take it off the clipboard, and off the middle button where X11 keeps it.

        What another program copied since, or what was copied elsewhere in the handbook, stays.
        """
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        if self._is_of_journey and owns_clipboard():
            clipboard.clear(QClipboard.Mode.Clipboard)

    def _changed(self) -> None:
        self._is_of_journey = owns_clipboard() and self._in_journey()


def owns_clipboard() -> bool:
    """Whether what lies there was put there by this program, as far as the platform knows."""
    return QGuiApplication.clipboard().ownsClipboard()

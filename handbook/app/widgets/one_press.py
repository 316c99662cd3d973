"""A double click acts once: its second half presses nothing on what came in between."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from handbook.app.widgets.listener import Listener


class OnePress(Listener):
    """Keeps the second half of a double click off what has just taken the place of something.

    Some people double-click everything, and a hand that shakes does it unasked. The second
    half would answer a question that nobody has read. What stays where it was still takes
    both halves. It listens for as long as the system may make a double click of two presses.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.stop_listening)

    def guard(self) -> None:
        """Begin: something else is shown from now on."""
        self._timer.start(QApplication.doubleClickInterval())
        self.listen()
        # What was pressed while the page was built still waits, and the interval with it.
        QTimer.singleShot(0, self, self._again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the second half; let everything else through."""
        del watched
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _again(self) -> None:
        self._timer.start(QApplication.doubleClickInterval())

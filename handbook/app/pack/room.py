"""The page of an opened pack, built when a first one is opened or dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from handbook import locations
from handbook.app.history import AtPack
from handbook.app.house import House
from handbook.app.may_hang import MayHang
from handbook.domain.opening import PACK_SUFFIX

if TYPE_CHECKING:  # loaded when a first pack is opened
    from handbook.app.pack.page import PackPage
    from handbook.app.pack.presenter import PackPresenter


class PackRoom(QObject):
    """Shows packs that are opened by a start, by the folders or by a drop.

    `on_installed` is called when a pack was put into use.
    """

    def __init__(
        self,
        house: House,
        on_installed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._on_installed = on_installed
        self._thread: MayHang | None = None
        house.window.setAcceptDrops(True)
        house.window.installEventFilter(self)

    @cached_property
    def page(self) -> PackPage:
        """The page itself."""
        from handbook.app.pack.page import PackPage

        page = PackPage(self._house.look)
        page.left.connect(self._house.ways.back)
        return page

    @cached_property
    def _presenter(self) -> PackPresenter:
        from handbook.app.pack.examiner import Examiner
        from handbook.app.pack.presenter import PackPresenter

        services = self._house.services
        examiner = Examiner(locations.data(), services.managed_now, services.today)
        presenter = PackPresenter(self.page, examiner, self._begin)
        presenter.on_installed = self._on_installed
        self.page.accepted.connect(lambda compared: presenter.install(compared=compared))
        return presenter

    def show(self, path: Path) -> None:
        """Read a pack, and show what it is."""
        self._presenter.open(path)
        self._house.show_page(self.page)

    def close(self) -> None:
        """Wait for nothing."""
        if self._thread is not None:
            self._thread.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pack that is dropped on the window, unless a page holds still."""
        if isinstance(event, QDropEvent) and watched is self._house.window:
            path = _pack_in(event)
            if path is None or not self._house.window.may_change:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._house.ways.go(AtPack(path))
            return True
        return False

    def _begin(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self.close()
        self._thread = MayHang(self)
        self._thread.begin(job, on_done)


def _pack_in(event: QDropEvent) -> Path | None:
    """The one pack that is dragged; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = urls[0].toLocalFile()
    return Path(file) if file.lower().endswith(PACK_SUFFIX) else None

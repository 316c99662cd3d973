"""The preview at the right of the desk, made by the reader's own builder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.document.builder import build
from handbook.app.document.front import front_of
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.look.type import Type
from handbook.app.paper.policy import policy_steps
from handbook.app.paper.steps import finish
from handbook.app.preview.sheet_view import SheetView
from handbook.app.reading.clause_browser import ClauseBrowser
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.text import Label
from handbook.domain.links import Link
from handbook.domain.policy import Policy
from handbook.domain.school import School

NO_FILE = "No file is open yet. What staff will see stands here."
NO_PAGE = "Staff do not see this file as a page."


class PreviewPane(QWidget):
    """Shows a policy as staff will see it: light or dark, at 100 % or 200 %, or on paper."""

    link_chosen = Signal(object)

    def __init__(self, look: Look, content: Path) -> None:
        super().__init__()
        self._look = look
        self._content = content
        self._seen: tuple[Policy, School, date] | None = None
        self._place = ""
        self._page_look = look
        self._browser: ClauseBrowser | None = None
        self._sheets: SheetView | None = None
        self.light, self.dark = Chip(look, "Light"), Chip(look, "Dark")
        self.large, self.print = Chip(look, "200 %"), Chip(look, "Print")
        self.large.setAccessibleName("Preview in text of 200 %")
        self.print.setAccessibleName("Preview on paper")
        self._broken = Label(look, "", Type.META, "warn_ink", wrap=True)
        self._broken.setContentsMargins(20, 8, 20, 8)
        self._warning = Strip(look, "warn_soft", line_below=True)
        QVBoxLayout(self._warning).addWidget(self._broken)
        self._warning.hide()
        self._stack = QStackedWidget()
        self._nothing = Label(look, NO_FILE, Type.UI, "ink2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setContentsMargins(20, 20, 20, 20)
        self._stack.addWidget(self._nothing)
        self._lay_out()
        dark = look.theme is Theme.DARK
        (self.dark if dark else self.light).setChecked(True)

    @property
    def browser(self) -> ClauseBrowser | None:
        """The text that is shown; None before a policy was."""
        return self._browser

    @property
    def warning(self) -> str:
        """Why the newest words are not shown; empty where they are."""
        return "" if self._warning.isHidden() else self._broken.text()

    def show_policy(self, policy: Policy, school: School, today: date) -> None:
        """Show a policy, where it was in view still there."""
        same = self._seen is not None and self._seen[0].file == policy.file
        self._seen = (policy, school, today)
        self._warning.hide()
        self._build(keep=same)

    def show_place(self, place: str) -> None:
        """Bring a clause or section into view; without one the start."""
        self._place = place
        if self._browser is not None and (not place or not self._browser.go_to(place)):
            self._browser.go_to_start()

    def show_broken(self, line: int, problem: str) -> None:
        """Say from which line on it cannot be read; what was shown before stays."""
        self._broken.setText(f"Line {line} cannot be read yet: {problem}.")
        self._warning.show()

    def show_nothing(self) -> None:
        """Nothing of this file is seen by staff as a page."""
        self._seen = None
        self._place = ""
        self._warning.hide()
        self._nothing.setText(NO_PAGE)
        self._stack.setCurrentWidget(self._nothing)

    def _lay_out(self) -> None:
        head = Strip(self._look, "surface", line_below=True)
        chips = FlowLayout(gap=0)
        holder = QWidget()
        holder.setLayout(chips)
        for chip in (self.light, self.dark, self.large, self.print):
            chip.setCheckable(True)
            chip.clicked.connect(self._chip_pressed)
            chips.addWidget(chip)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 8, 0)
        row.addWidget(Label(self._look, "Preview", Type.META_BOLD))
        row.addWidget(holder, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._warning)
        column.addWidget(self._stack, 1)

    def _chip_pressed(self) -> None:
        chip = self.sender()
        if chip in (self.light, self.dark):
            self.light.setChecked(chip is self.light)
            self.dark.setChecked(chip is self.dark)
        self._drop_browser()
        self._build(keep=False)
        if self._place:
            self.show_place(self._place)

    def _build(self, *, keep: bool) -> None:
        if self._seen is None:
            return
        if self.print.isChecked():
            self._build_paper(*self._seen)
        else:
            self._build_page(*self._seen, keep=keep)

    def _build_page(self, policy: Policy, school: School, today: date, *, keep: bool) -> None:
        if self._browser is None:
            self._browser = self._make_browser()
        browser, bar = self._browser, self._browser.verticalScrollBar()
        scroll = bar.value()
        look = self._page_look
        front = front_of(policy, school, today)
        browser.show_built(build(policy, school, look, front=front, content=self._content))
        browser.show()
        self._stack.setCurrentWidget(browser)
        if keep:
            bar.setValue(scroll)

    def _build_paper(self, policy: Policy, school: School, today: date) -> None:
        if self._sheets is None:
            self._sheets = SheetView(self._look)
            self._sheets.setAccessibleName("Preview on paper, as pages")
            self._stack.addWidget(self._sheets)
        bar = self._sheets.verticalScrollBar()
        scroll = bar.value()
        self._sheets.show_sheets(
            finish(policy_steps(policy, school, today, content=self._content))
        )
        self._stack.setCurrentWidget(self._sheets)
        bar.setValue(scroll)

    def _own_look(self) -> Look:
        """One for each browser: a look that is changed dresses the whole program."""
        theme = Theme.DARK if self.dark.isChecked() else Theme.LIGHT
        look = Look(theme, 2.0 if self.large.isChecked() else 1.0)
        look.set_fades(fades=False)
        return look

    def _make_browser(self) -> ClauseBrowser:
        look = self._page_look = self._own_look()
        browser = ClauseBrowser(look)
        browser.set_tools(shown=False)
        browser.setAccessibleName("Preview as staff will see it")
        browser.setPalette(look.palette())
        browser.anchorClicked.connect(self._anchor_clicked)
        self._stack.addWidget(browser)
        return browser

    def _drop_browser(self) -> None:
        if self._browser is not None:
            self._stack.removeWidget(self._browser)
            self._browser.hide()
            self._browser.deleteLater()
            self._browser = None

    def _anchor_clicked(self, url: QUrl) -> None:
        if self._browser is not None and not self._browser.go_to_note(url.toString()):
            self.link_chosen.emit(Link.parse(url.toString()))

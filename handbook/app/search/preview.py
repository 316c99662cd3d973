"""The chosen clause beside the list, among its neighbours in the section."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.block_view import BlockStyle, add_blocks
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel, ScrollBody
from handbook.app.widgets.text import Label
from handbook.domain.errors import NotFound
from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import Clause, ClauseRef, Policy
from handbook.search.marks import marks

REST_MS = 40
"""Milliseconds without another choice after which the preview follows."""


class Preview(Panel):
    """Shows one clause, and the one after it for its context.

    It follows a moment after the list: while somebody types, or holds an arrow key down, the
    answers come first.
    """

    open_pressed = Signal()
    copy_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", edge="line", radius=12)
        self._library = Library()
        self._shown: tuple[ClauseRef, frozenset[str]] | None = None
        self._next: tuple[ClauseRef, frozenset[str]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show_next)
        self._open = Button(look, "Open clause", ButtonKind.PRIMARY, key="Enter")
        self._copy = Button(look, "Copy link", icon="link")
        self._open.clicked.connect(self.open_pressed)
        self._copy.clicked.connect(self.copy_pressed)
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll = ScrollBody(look, QWidget())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(27 - RING, 0, 20, 0)
        buttons.setSpacing(8 - RING)
        buttons.addWidget(self._open)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 14, 1, 19 - RING)
        column.setSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)

    def buttons(self) -> tuple[QWidget, ...]:
        """What can be pressed, in its order."""
        return (self._open, self._copy)

    def set_library(self, library: Library) -> None:
        """Show clauses of this library."""
        self._library = library
        self._shown = self._next = None

    @property
    def is_waiting(self) -> bool:
        """True while a clause is still to follow."""
        return self._rest.isActive()

    def show_clause(self, ref: ClauseRef, terms: frozenset[str]) -> None:
        """Show a clause with the searched words marked; the same one again costs nothing."""
        self._next = (ref, terms)
        self._rest.start()

    def _show_next(self) -> None:
        if self._next is None or self._shown == self._next:
            return
        self._shown = self._next
        ref, terms = self._next
        try:
            policy = self._library.policy(ref.policy)
            clause = policy.clause(ref.clause)
        except NotFound:
            return
        self._scroll.set_body(self._sheet(policy, clause, terms))

    def _sheet(self, policy: Policy, clause: Clause, terms: frozenset[str]) -> QWidget:
        look = self._look
        section = policy.section_of(clause.id)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(26, 6, 20, 8)
        column.setSpacing(6)
        column.addWidget(Label(look, policy.title, Type.META_BOLD, "link", wrap=True))
        heading = f"{section.label} {section.title}"
        column.addWidget(Label(look, heading, Type.SECTION, wrap=True))
        column.addSpacing(4)
        here = section.clauses.index(clause)
        style = BlockStyle(marks=lambda text: marks(text, terms))
        quiet = BlockStyle(token="ink2", table_head="ink2")
        self._add(column, clause, style)
        for neighbour in section.clauses[here + 1 : here + 2]:
            column.addSpacing(8)
            self._add(column, neighbour, quiet)
        column.addStretch(1)
        return sheet

    def _add(self, column: QVBoxLayout, clause: Clause, style: BlockStyle) -> None:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(10)
        number = Label(look, clause.label, Type.UI, "ink3")
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, clause.title, Type.UI_BOLD, wrap=True), 1)
        column.addLayout(row)
        add_blocks(look, column, filled(clause.blocks, self._library.school), style)

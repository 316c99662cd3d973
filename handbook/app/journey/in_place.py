"""How clauses are set that are shown in place, inside the frame of a journey."""

from __future__ import annotations

from PySide6.QtCore import Qt

from handbook.app.look.type import Type
from handbook.app.widgets.block_view import WIDE, BlockStyle
from handbook.domain.rule import RuleKind

MEASURE = 680
"""The greatest width of running text, in logical pixels."""
IN_PLACE = BlockStyle(
    Type.READING,
    subheading=Type.HEADING,
    table_head="ink2",
    cells=Qt.AlignmentFlag.AlignVCenter,
    room=WIDE,
    grey=(RuleKind.NOTE,),
)

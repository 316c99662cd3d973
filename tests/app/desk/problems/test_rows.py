"""A problem says on its row what is wrong, and beside it why it matters."""

from __future__ import annotations

from PySide6.QtCore import Qt

from handbook.app.desk.problems.rows import ProblemModel
from handbook.lint.catalogue.catalogue import RULES
from handbook.lint.finding import error


def test_a_row_says_why_its_rule_matters() -> None:
    model = ProblemModel()
    model.show([error("policies/rules.md", 3, "asked-missing", "Nobody asks.")])

    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleDescriptionRole)
    shown = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)

    rule = RULES["asked-missing"]
    assert said == f"{rule.why} {rule.mend}"
    assert shown.startswith("<p>")
    assert "<!--" not in shown

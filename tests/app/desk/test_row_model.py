"""Lists at the left of the desk."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from handbook.app.desk.row_model import ROW, RowModel


@dataclass(frozen=True)
class Named:
    """A row."""

    id: str
    said: str
    tip: str = ""


ROWS = (Named("", "Policies"), Named("phones", "Phones", "phones.md"), Named("gifts", "Gifts"))


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RowModel:
    model = RowModel()
    qtmodeltester.check(model)
    model.show(ROWS)
    return model


def test_rows_say_themselves(model: RowModel) -> None:
    words = Qt.ItemDataRole.AccessibleTextRole

    assert [model.index(row, 0).data(words) for row in range(3)] == [
        "Policies",
        "Phones",
        "Gifts",
    ]
    assert model.index(1, 0).data(ROW) == ROWS[1]
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "phones.md"
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(3, 0).data(words) is None


def test_a_heading_cannot_be_chosen(model: RowModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_what_is_chosen_stays_so_while_the_rows_stand_for_the_same(model: RowModel) -> None:
    chosen = QPersistentModelIndex(model.index(model.row_of("gifts"), 0))
    model.show((*ROWS[:2], Named("gifts", "Gifts, not saved")))
    assert chosen.isValid()
    assert chosen.data() == "Gifts, not saved"

    model.show(ROWS[:2])
    assert not chosen.isValid()
    assert model.row_of("gifts") == -1

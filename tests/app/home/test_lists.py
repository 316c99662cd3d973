"""The lists of the home page where there is little to list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app.home.page import HomePage
from handbook.app.home.presenter import home_view
from handbook.app.look.look import Look
from handbook.domain.audience import Audience
from handbook.domain.confirming import Duties
from handbook.domain.library import Summary
from handbook.domain.policy import Confirm, PolicyCard

TODAY = date(2026, 11, 21)
NOTHING = "There is nothing for you to read at the moment."


@pytest.mark.parametrize(("confirm", "said"), [(Confirm.NEVER, True), (Confirm.YEARLY, False)])
def test_one_policy_is_one_and_an_empty_list_says_that_it_is(
    qtbot: QtBot, confirm: Confirm, said: bool
) -> None:
    card = PolicyCard(
        "pay", "Pay", "Working here", "On pay.", "", "1.0", TODAY, None, confirm, 1, 9,
        ("everyone",),
    )  # fmt: skip
    page = HomePage(Look())
    qtbot.addWidget(page)
    page.resize(1366, 768)
    summary = Summary(cards=(card,))
    page.show_home(home_view(summary, Duties(audience=Audience.TEACHERS), TODAY))
    page.show()
    qtbot.wait(10)
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert (NOTHING in texts) is said
    assert page.lists._collections.more.text() == "1 policy"
    assert page._footer.accessibleName().endswith("1 policy, 1 clause")

"""What staff are told of the handbook's age, and of a clock that cannot be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.ages import DATE_IS_RIGHT, AgeBanner, Ages, PackDays, pack_days
from handbook.app.desktop import Desktop
from handbook.app.widgets.banner import Banner
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.summary import Summary
from handbook.packs.manifest import Manifest
from handbook.state.latest_day import LatestDay

PACK = PackDays(issued=date(2026, 9, 1), check_again_by=date(2027, 9, 1))


def ages(today: date, *, kept: date | None = None, pack: PackDays | None = None) -> Ages:
    days = LatestDay.in_memory()
    if kept is not None:
        days.keep(kept)
    return Ages(lambda: today, days, lambda: pack)


def approved(day: date) -> Summary:
    card = PolicyCard(
        id="phones",
        title="Phones",
        collection="",
        summary="",
        owner="",
        version="1",
        approved=day,
        review=None,
        confirm=Confirm.NEVER,
        clauses=1,
    )
    return Summary(cards=(card,))


def said(banners: tuple[AgeBanner, ...]) -> str:
    assert len(banners) == 1
    return banners[0].words


def test_in_ordinary_times_nothing_is_said() -> None:
    held = ages(date(2026, 11, 21), kept=date(2026, 11, 21), pack=PACK)

    assert held.banners(approved(date(2026, 9, 1))) == ()


def test_past_the_day_to_check_again_by_a_banner_says_what_to_do() -> None:
    words = said(ages(date(2027, 9, 2), pack=PACK).banners(Summary()))

    assert "by 1 September 2027" in words
    assert "still applies" in words
    assert "ask the office or IT" in words


def test_a_clock_before_the_packs_signature_is_named() -> None:
    banners = ages(date(2020, 3, 3), pack=PACK).banners(Summary())

    assert said(banners).startswith("This computer’s clock says 3 March 2020, but this version")
    assert "signed on 1 September 2026" in said(banners)
    assert banners[0].action == ""


def test_a_clock_before_an_approval_is_named() -> None:
    assert "approved on 1 September 2026" in said(
        ages(date(2020, 3, 3)).banners(approved(date(2026, 9, 1)))
    )


def test_a_clock_that_has_gone_back_is_named_until_the_reader_says_it_is_right() -> None:
    held = ages(date(2026, 11, 21), kept=date(2036, 11, 21))
    held.note_today()

    assert "it has shown 21 November 2036 before" in said(held.banners(Summary()))
    assert held.banners(Summary())[0].action == DATE_IS_RIGHT

    held.date_is_right()
    assert held.banners(Summary()) == ()


def test_with_a_wrong_clock_nothing_is_said_of_the_other_day() -> None:
    late = PackDays(issued=date(2026, 9, 1), check_again_by=date(2026, 9, 2))
    held = ages(date(2026, 11, 21), kept=date(2027, 3, 1), pack=late)

    assert "clock says" in said(held.banners(Summary()))


def test_each_later_day_is_kept_and_no_earlier_one() -> None:
    days, today = LatestDay.in_memory(), [date(2026, 11, 20)]
    held = Ages(lambda: today[0], days, lambda: None)
    for today[0] in (date(2026, 11, 21), date(2026, 11, 19)):
        held.note_today()

    assert days.read() == date(2026, 11, 21)


def test_the_days_of_a_pack_are_read_from_what_was_unpacked(tmp_path: Path) -> None:
    assert pack_days(tmp_path) is None
    manifest = Manifest("hill", "Hill", 1, PACK.issued, PACK.check_again_by)
    (tmp_path / "pack.json").write_bytes(manifest.data)

    assert pack_days(tmp_path) == PACK


def test_a_pack_file_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "pack.json").write_bytes(b"{")

    assert pack_days(tmp_path) is None


def shown(desktop: Desktop) -> list[Banner]:
    assert desktop.window.page is not None
    return [each for each in desktop.window.page.findChildren(Banner) if each.isVisible()]


def test_home_and_about_say_it_and_the_reader_can_answer(desktop: Desktop, qtbot: QtBot) -> None:
    assert shown(desktop) == []

    desktop.services.latest_day.keep(date(2027, 3, 1))
    desktop.help.show_about()
    assert "1 March 2027" in shown(desktop)[0].accessibleName()

    desktop.ways.go_home()
    (banner,) = shown(desktop)
    assert banner.action is not None
    banner.action.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert shown(desktop) == []
    assert desktop.services.latest_day.read() == date(2026, 11, 21)
    desktop.help.show_about()
    assert shown(desktop) == []


def test_a_start_keeps_the_day_and_nothing_else(desktop: Desktop) -> None:
    assert desktop.services.latest_day.read() == date(2026, 11, 21)

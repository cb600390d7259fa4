"""A second column of hours: asked for, searched, labelled, remembered, and taken away."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar
from lcdesk.ui.week.grid.axis import Corner, TimeAxis
from lcdesk.ui.week.second_zone import SecondZoneDialog
from lcdesk.ui.wording.zone_words import zone_in_words
from tests.salon import Salon
from tests.ui.window.stage import Stage, opened

pytestmark = pytest.mark.usefixtures("visit")


def asked(stage: Stage) -> SecondZoneDialog:
    """The dialog, by the menu of the hours."""
    (axis,) = stage.window.grid.findChildren(TimeAxis)
    (action,) = axis.actions()
    action.trigger()
    (dialog,) = stage.window.findChildren(SecondZoneDialog)
    return dialog


def pick(stage: Stage, text: str) -> None:
    dialog = asked(stage)
    (field,) = dialog.findChildren(QLineEdit, "second_zone_field")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()


def zones(stage: Stage) -> tuple[str, str]:
    return stage.desk.week.week.second_zone, stage.desk.week.week.zone


def test_a_city_is_found_by_a_part_of_its_name_and_heads_its_hours(stage: Stage) -> None:
    assert zones(stage) == ("", "")
    pick(stage, "kolk")
    assert zones(stage) == ("Kolkata", "Berlin")
    labels = stage.desk.week.week.second_hour_labels
    assert (labels[0], labels[8], labels[23]) == ("04:30", "12:30", "03:30")
    (corner,) = stage.window.grid.findChildren(Corner)
    assert "Kolkata" in corner.toolTip()
    stage.window.grab()


def test_it_is_remembered_and_taken_away_by_none(
    salon: Salon, visit: Calendar, qtbot: QtBot
) -> None:
    with opened(salon, qtbot) as first:
        pick(first, "new york")
    with opened(salon, qtbot) as again:
        assert zones(again) == ("New York", "Berlin")
        dialog = asked(again)
        (view,) = dialog.findChildren(QListView)
        assert str(view.currentIndex().data()).startswith("New York (America, UTC−05:00)")
        dialog.reject()
        again.settle()
        pick(again, "none")
        assert zones(again) == ("", "")


@pytest.mark.parametrize(
    ("day", "nine"),
    [(date(2026, 3, 28), "04:00"), (date(2026, 3, 29), "03:00"), (date(2026, 10, 25), "04:00")],
)
def test_a_day_on_which_the_clock_changes_has_its_own_labels(
    stage: Stage, day: date, nine: str
) -> None:
    """Its clock changes on other days than Berlin's: it is behind by five hours on two of these."""
    pick(stage, "new york")
    stage.window.actions_table["day"].trigger()
    stage.desk.week.go_to(day)
    assert stage.desk.week.week.second_hour_labels[9] == nine


def test_a_clock_that_changes_within_the_week_was_told_nowhere(stage: Stage) -> None:
    pick(stage, "new york")
    (corner,) = stage.window.grid.findChildren(Corner)
    assert "*" not in corner.toolTip()
    stage.desk.week.go_to(date(2026, 3, 25))  # Berlin's clock goes forward on Sunday
    assert corner.toolTip().splitlines()[1:] == ["Sun 29 Mar: 03:00 in New York at 09:00"]
    assert "New York *" in corner.toolTip()
    stage.desk.week.go_to(date(2026, 3, 4))  # New York's on this Sunday
    assert corner.toolTip().splitlines()[1:] == ["Sun 8 Mar: 04:00 in New York at 09:00"]
    stage.desk.week.show_days(date(2026, 3, 26), 5)
    assert corner.toolTip().splitlines()[1:] == [
        "Sun 29 Mar – Mon 30 Mar: 03:00 in New York at 09:00"
    ]
    stage.window.grab()


def test_a_zone_is_named_by_city_and_part_of_the_world() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert zone_in_words("Europe/Berlin", now) == "Berlin (Europe, UTC+01:00)"
    assert zone_in_words("Asia/Kolkata", now) == "Kolkata (Asia, UTC+05:30)"
    assert (
        zone_in_words("America/Argentina/Buenos_Aires", now)
        == "Buenos Aires (America, Argentina, UTC−03:00)"
    )
    assert zone_in_words("UTC", now) == "UTC"

"""What the editors refuse: a sentence at the field, and nothing saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind, Repeats, ServiceOption
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Hours, HoursBlock
from lcdesk.model.workspace import save
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from tests.desk import BERLIN, Desk

MINUTE = timedelta(minutes=1)
MORNING, NOON = HoursBlock(9 * 60, 12 * 60), HoursBlock(11 * 60, 13 * 60)
OVERLAPPING = Hours(((MORNING, NOON), (), (), (), (), (), ()))
LONG_AGO, FAR_AHEAD = (Hours(dates={date(year, 1, 1): ()}) for year in (1, 9999))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    team = [opened.staff(name) for name in ("Ana", "Ben")]
    for kind, size in SIZES.items():
        opened.calendar(kind, *team[:size])
    yield opened
    opened.close()


SIZES = {
    CalendarKind.ROUND_ROBIN: 2,
    CalendarKind.COLLECTIVE: 2,
    CalendarKind.CLASS: 1,
    CalendarKind.SERVICE: 1,
    CalendarKind.SIMPLE: 0,
}


@pytest.fixture
def editors(desk: Desk, qtbot: QtBot) -> Iterator[Editors]:
    del qtbot
    news = StoreNews(desk.database)
    yield Editors(desk.database, news, LocaleFormat(), clock=lambda: desk.now, local_zone=BERLIN)
    news.close()


def kept(desk: Desk) -> object:
    with desk.database.read() as reader:
        return save(reader)


REFUSED: list[tuple[CalendarKind, dict[str, object], str]] = [
    (CalendarKind.ROUND_ROBIN, {"name": " "}, "name"),
    (CalendarKind.ROUND_ROBIN, {"name": "service"}, "name"),
    (CalendarKind.ROUND_ROBIN, {"zone": "Mars/Olympus"}, "zone"),
    (CalendarKind.ROUND_ROBIN, {"interval": timedelta()}, "interval"),
    (CalendarKind.ROUND_ROBIN, {"duration": timedelta()}, "duration"),
    (CalendarKind.ROUND_ROBIN, {"staff": ()}, "staff"),
    (CalendarKind.ROUND_ROBIN, {"repeats": Repeats(times=25)}, "repeats"),
    (CalendarKind.ROUND_ROBIN, {"look_busy": 101}, "look_busy"),
    (CalendarKind.COLLECTIVE, {"staff": (1,)}, "staff"),
    (CalendarKind.COLLECTIVE, {"owner": 9}, "owner"),
    (CalendarKind.CLASS, {"staff": (1, 2)}, "owner"),
    (CalendarKind.CLASS, {"seats": 10_000}, "seats"),
    (CalendarKind.CLASS, {"look_busy": 10}, "look_busy"),
    (CalendarKind.SERVICE, {"phases": (MINUTE, -MINUTE, MINUTE)}, "phases"),
    (CalendarKind.SERVICE, {"add_ons": (ServiceOption("", MINUTE),)}, "add_ons"),
    (CalendarKind.SIMPLE, {"hours": OVERLAPPING}, "hours"),
    (CalendarKind.SIMPLE, {"hours": LONG_AGO}, "hours"),
    (CalendarKind.SIMPLE, {"hours": FAR_AHEAD}, "hours"),
    (CalendarKind.SIMPLE, {"staff": (1,)}, "staff"),
]


@pytest.mark.parametrize(("kind", "change", "field"), REFUSED)
def test_a_calendar_s_mistake_is_told_at_its_field(
    desk: Desk, editors: Editors, kind: CalendarKind, change: dict[str, object], field: str
) -> None:
    before, editor = kept(desk), editors.calendars
    value = next(calendar for calendar in editor.known.values() if calendar.kind is kind)
    editor.choose(value.id)
    editor.edit(replace(value, **change))  # type: ignore[arg-type]  # any setting
    assert editor.problem.field == field
    assert editor.problem.message.endswith(".")
    assert not editor.save()
    assert kept(desk) == before


def test_the_owner_of_a_collective_cannot_just_leave(desk: Desk, editors: Editors) -> None:
    before, editor, said = kept(desk), editors.calendars, list[str]()
    editor.refused.connect(said.append)
    (value,) = (
        calendar for calendar in editor.known.values() if calendar.kind is CalendarKind.COLLECTIVE
    )
    cleo = desk.staff("Cleo")
    editor.choose(value.id)
    editor.edit(replace(value, staff=(2, cleo.id)))
    assert editor.problem.field == "owner"
    assert not editor.save()
    editor.edit(replace(value, staff=(2, cleo.id), owner=None))
    assert not editor.save()
    assert said == ["Ana owns collective and cannot leave its team. Choose another owner first."]
    assert kept(desk)["calendars"] == before["calendars"]  # type: ignore[index]  # a file's shape


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Ben"}, "name"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"hours": OVERLAPPING}, "hours"),
        ({"hours": LONG_AGO}, "hours"),
        ({"hours": FAR_AHEAD}, "hours"),
    ],
)
def test_a_staff_member_s_mistake_is_told_at_its_field(
    desk: Desk, editors: Editors, change: dict[str, object], field: str
) -> None:
    before, editor = kept(desk), editors.staff
    value = next(iter(editor.known.values()))
    editor.edit(replace(value, **change))  # type: ignore[arg-type]  # any field
    assert editor.problem.field == field
    assert not editor.save()
    assert kept(desk) == before


def test_hours_that_end_before_they_start_are_no_value() -> None:
    with pytest.raises(InvalidInput, match="start before they end"):
        HoursBlock(17 * 60, 9 * 60)

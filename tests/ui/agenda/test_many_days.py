"""What lasts for days in the agenda: under each of its days, and one entry all the same."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from lcdesk.model.commands.blocked_slots import block
from lcdesk.ui.agenda.choices import Column
from lcdesk.ui.agenda.pages_model import AgendaPages
from lcdesk.ui.agenda.rows import DayRow, EntryRow
from lcdesk.ui.agenda.tree import AgendaTree
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon) -> None:
    family = salon.connect(salon.ana)["Family"]
    salon.mirror_days(family, "Course", day(-2), day(2))
    salon.mirror_days(family, "Fair", day(4), day(7))
    salon.mirror_days(family, "Sabbatical", day(6), day(4000))


@pytest.fixture
def agenda(stage: Stage) -> AgendaTree:
    stage.window.actions_table["agenda"].trigger()
    stage.settle()
    found = stage.window.findChild(AgendaTree)
    assert isinstance(found, AgendaTree)
    return found


def entry_rows(agenda: AgendaTree, title: str) -> dict[int, EntryRow]:
    """The rows of an entry by where they stand."""
    rows = {number: agenda.rows.row(number) for number in range(agenda.rows.rowCount())}
    return {
        number: row
        for number, row in rows.items()
        if isinstance(row, EntryRow) and row.cells[Column.TITLE] == title
    }


def test_what_lasts_for_days_stands_under_each_of_them(agenda: AgendaTree) -> None:
    found = list(entry_rows(agenda, "Fair").values())
    assert [row.day for row in found] == [day(4), day(5), day(6)]
    assert [row.cells[Column.TIME] for row in found] == ["Until Sun 29", "Until Sun 29", "All day"]
    assert len({row.id for row in found}) == 3


def test_an_entry_of_years_does_not_make_a_list_of_years(agenda: AgendaTree) -> None:
    assert len(entry_rows(agenda, "Sabbatical")) == 32


def test_an_entry_selected_on_several_days_is_chosen_once(agenda: AgendaTree) -> None:
    agenda.selectAll()
    chosen = [row.cells[Column.TITLE] for row in agenda.chosen()]
    assert chosen == ["Course", "Fair", "Sabbatical"]
    assert len(agenda.table().splitlines()) == 4


def test_every_day_of_an_entry_stays_selected_when_the_list_is_read_anew(
    agenda: AgendaTree,
) -> None:
    agenda.selectAll()
    agenda.rows.refresh()
    selected = {index.row() for index in agenda.selectionModel().selectedRows()}
    assert selected.issuperset(entry_rows(agenda, "Fair"))


def test_what_is_upcoming_begins_today_with_what_has_begun_before(
    agenda: AgendaTree, stage: Stage
) -> None:
    assert next(row.day for row in entry_rows(agenda, "Course").values()) == day(-2)
    box = stage.window.findChild(QComboBox, "agenda_show")
    assert box is not None
    box.setCurrentText("Upcoming")
    box.activated.emit(box.currentIndex())
    first = agenda.rows.row(0)
    assert isinstance(first, DayRow)
    assert first.is_today
    assert [row.day for row in entry_rows(agenda, "Course").values()] == [day(0), day(1)]


def test_the_last_day_of_a_trip_says_until_what_time_and_not_until_that_day(
    agenda: AgendaTree, stage: Stage
) -> None:
    stage.salon.mirror(stage.salon.connect(stage.salon.ben)["Family"], "Trip", at(4, 10), at(6, 15))
    agenda.rows.refresh()
    found = list(entry_rows(agenda, "Trip").values())
    assert [row.day for row in found] == [day(4), day(5), day(6)]
    assert [row.cells[Column.TIME] for row in found] == [
        "Until Sun 29",
        "Until Sun 29",
        "Until 15:00",
    ]


def test_what_began_before_the_first_page_is_listed_under_its_later_days(
    agenda: AgendaTree, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    salon = stage.salon
    with salon.database.write() as tx:
        for hour in range(8, 12):
            block(tx, start=at(-1, hour), end=at(-1, hour, 30), title="Lunch", staff=salon.ana.id)
    monkeypatch.setattr(agenda.rows, "_pages", AgendaPages(salon.database, page=4))
    agenda.rows.show_anew()
    first = agenda.rows.row(0)
    assert isinstance(first, DayRow)
    assert first.day == day(-1), "the course began the day before"
    found = list(entry_rows(agenda, "Course").values())
    assert [row.day for row in found] == [day(-1), day(0), day(1)]
    assert agenda.rows.group(found[0].id) is not None
    while agenda.rows.read_more(upwards=True):
        pass
    assert len(entry_rows(agenda, "Course")) == 4, "and once under each day"

"""The search in the real window: typed, gone through, and where Enter leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.entries.card import EntryCard
from lcdesk.ui.look.palette import ink
from lcdesk.ui.search import panel as shown
from lcdesk.ui.search.panel import SearchPanel
from lcdesk.ui.search.search_model import FoundEntry, SearchModel
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, active

DORA = Contact(0, "Dóra Lee", "dora@example.org")


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    visit = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.book(visit, at(1, 9), DORA)
    salon.book(visit, at(15, 10), DORA)
    salon.book(visit, at(-7, 11), DORA, insist=True)
    linked = salon.connect(salon.ben)
    salon.mirror(linked["Family"], "Choir", at(2, 19), at(2, 20), "RRULE:FREQ=WEEKLY;COUNT=3")
    with active(salon, qtbot) as stage:
        yield stage


def open_search(stage: Stage) -> SearchPanel:
    stage.window.grid.canvas.setFocus()
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (panel,) = stage.window.findChildren(SearchPanel)
    assert panel.isVisible()
    return panel


def field(panel: SearchPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit, "search_field")
    assert isinstance(found, QLineEdit)
    return found


def lines(panel: SearchPanel) -> list[str]:
    found = panel.findChild(QListView, "search_list")
    assert isinstance(found, QListView)
    model = found.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_black_text_was_pale_everywhere_once_the_search_had_been_open(stage: Stage) -> None:
    open_search(stage)
    assert ink("#000000").alpha() == 255


def note(panel: SearchPanel) -> str:
    found = panel.findChild(QLabel, "search_note")
    assert isinstance(found, QLabel)
    return found.text()


def press(panel: SearchPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field(panel), key)
    QApplication.processEvents()


def test_results_come_with_each_letter_under_their_headings(stage: Stage) -> None:
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "dor")
    found = lines(panel)
    assert found[:3] == ["Contacts", "Dóra Lee, dora@example.org", "Upcoming"]
    assert found[3].startswith("Dóra Lee, Tuesday 24 November, 09:00 to 09:30, Ana")
    assert found[5] == "Past"
    assert note(panel) == "4 found"
    QTest.keyClicks(field(panel), "x")
    assert lines(panel) == []
    assert note(panel) == "Nothing found for “dorx”."


def test_what_lasts_for_days_said_until_with_a_capital_in_the_middle_of_a_line(
    stage: Stage,
) -> None:
    stage.salon.mirror(stage.salon.connect(stage.salon.ana)["Family"], "Trip", at(4, 10), at(6, 15))
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "trip")
    (model,) = [view.model() for view in panel.findChildren(QListView, "search_list")]
    assert isinstance(model, SearchModel)
    (row,) = [row for row in map(model.row, range(model.rowCount())) if isinstance(row, FoundEntry)]
    assert row.detail.startswith("Fri 27 Nov until Sun 29 Nov")


def test_enter_goes_to_the_entry_and_shows_its_card(stage: Stage) -> None:
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "dora")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert day(15) in stage.desk.week.days
    card = stage.window.findChild(EntryCard)
    assert card is not None
    assert card.isVisible()
    assert stage.desk.group(card.block) is not None


def test_a_date_of_a_series_is_reached_and_not_another(stage: Stage) -> None:
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "choir")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert day(9) in stage.desk.week.days
    card = stage.window.findChild(EntryCard)
    group = None if card is None else stage.desk.group(card.block)
    assert group is not None
    assert group.lead.span.start == at(9, 19)


def test_what_is_hidden_in_the_window_is_shown_when_it_is_gone_to(stage: Stage) -> None:
    week = stage.desk.week
    week.show_staff(stage.salon.ana.id, False)
    week.show_kind(CalendarKind.CLASS)
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "dora")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "Dóra Lee" in stage.titles()


def test_in_the_month_and_the_agenda_the_view_stays(stage: Stage) -> None:
    for mode in (DayMode.MONTH, DayMode.AGENDA):
        stage.window.actions_table[mode.value].trigger()
        stage.settle()
        stage.window.actions_table["find"].trigger()
        (panel,) = stage.window.findChildren(SearchPanel)
        field(panel).setText("dora")
        press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
        stage.settle()
        assert stage.desk.week.mode is mode
        card = stage.window.findChild(EntryCard)
        assert card is not None
        assert card.isVisible(), mode


def test_enter_opens_the_card_of_a_contact(stage: Stage) -> None:
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "dora")
    asked: list[int] = []
    panel.contact_picked.connect(asked.append)
    press(panel, Qt.Key.Key_Return)
    assert len(asked) == 1
    stage.child(stage.window, "contact_dialog").close()


def test_escape_gives_the_keyboard_back_and_what_was_typed_is_kept(stage: Stage) -> None:
    panel = open_search(stage)
    QTest.keyClicks(field(panel), "dora")
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert stage.window.grid.isAncestorOf(stage.window.focusWidget())
    open_search(stage)
    assert field(panel).selectedText() == "dora"


def test_the_slash_searches_from_the_grid_and_is_a_letter_in_a_field(stage: Stage) -> None:
    stage.window.grid.canvas.setFocus()
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Slash)
    (panel,) = stage.window.findChildren(SearchPanel)
    assert panel.isVisible()
    QTest.keyClick(field(panel), Qt.Key.Key_Slash)
    assert field(panel).text() == "/"


def test_the_number_and_the_chosen_row_are_spoken(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    panel = open_search(stage)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(shown, "announce", lambda _widget, text: said.append(text))
    field(panel).setText("dora")
    press(panel, Qt.Key.Key_Down)
    assert said[0] == "4 found"
    assert said[1].startswith("Dóra Lee, Tuesday 24 November")


def test_results_follow_what_changes_while_they_are_shown(stage: Stage) -> None:
    panel = open_search(stage)
    field(panel).setText("cleo")
    assert lines(panel) == []
    (visit,) = stage.desk.context.directory.calendars.values()
    stage.salon.book(visit, at(3, 9))
    stage.settle()
    assert lines(panel)[1].startswith("Cleo Park")

"""The page of time off in Settings, its dialog, and the public holidays below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.time_off.absences import save_time_off
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact, HoursBlock
from lcdesk.model.domain.time_off import TimeOff
from lcdesk.model.store.time_off import all_time_off
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.time_off.dialog import TimeOffDialog
from lcdesk.ui.time_off.page import TimeOffPage
from lcdesk.ui.time_off.time_off_model import TimeOffModel
from lcdesk.ui.widgets.labels import Look
from tests.desk import BERLIN
from tests.salon import Salon, at, day
from tests.undoing import undo

HOLIDAYS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\n"
    "SUMMARY:Christmas\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:New Year\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


class Scene:
    """The page over the salon, and hands for it."""

    def __init__(self, salon: Salon, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        appearance = Appearance(application)
        self.salon = salon
        self.news = StoreNews(salon.database)
        self.model = TimeOffModel(
            salon.database, self.news, LocaleFormat(), clock=salon.clock, local_zone=BERLIN
        )
        self.page = TimeOffPage(Look(appearance, Icons(appearance)), self.model)
        self.page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        qtbot.addWidget(self.page)
        self.page.show()

    def kept(self) -> list[TimeOff]:
        with self.salon.database.read() as reader:
            return list(all_time_off(reader))

    def keep(self, value: TimeOff) -> None:
        with self.salon.database.write() as tx:
            save_time_off(tx, value)
        QApplication.processEvents()

    def rows(self) -> list[list[str]]:
        tree = self.page.list
        items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
        return [[item.text(column) for column in range(4)] for item in items if item is not None]

    def way(self) -> list[str]:
        return [self.page.way_list.item(at).text() for at in range(self.page.way_list.count())]

    def holidays(self) -> list[tuple[str, bool]]:
        listed = self.page.holidays.list
        items = [listed.item(at) for at in range(listed.count())]
        return [(item.text(), item.checkState() is Qt.CheckState.Checked) for item in items]

    def dialog(self) -> TimeOffDialog:
        (found,) = self.page.findChildren(TimeOffDialog)
        return found

    def use_file(self, text: str = HOLIDAYS) -> None:
        file = self.salon.folder / "days.ics"
        file.write_text(text)
        self.model.use_file(file)


@pytest.fixture
def scene(salon: Salon, visit: Calendar, qtbot: QtBot) -> Iterator[Scene]:
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    made = Scene(salon, qtbot)
    yield made
    made.news.close()


def press(dialog: QWidget, name: str) -> None:
    found = dialog.findChild(QWidget, name)
    assert found is not None
    found.click()  # type: ignore[attr-defined]  # a button


def test_a_holiday_is_added_and_what_is_booked_then_is_listed(scene: Scene) -> None:
    scene.page.add_button.click()
    dialog = scene.dialog()
    title = dialog.findChild(QLineEdit, "time_off_title")
    assert title is not None
    title.setText("Summer holiday")
    dialog.findChild(QWidget, "time_off_last").show_day(day(2))  # type: ignore[union-attr]
    dialog.accept()
    assert scene.kept() == [TimeOff(1, day(0), day(2), "Summer holiday", (scene.salon.ana.id,))]
    assert scene.rows() == [["23 – 25 November 2026", "Ana", "Summer holiday", "1"]]
    assert scene.way() == ["Tuesday 24 November, 10:00: Cleo Park, Ana"]


def test_the_seats_of_a_class_in_the_way_were_all_called_alike(scene: Scene) -> None:
    yoga = scene.salon.calendar("Yoga", CalendarKind.CLASS, scene.salon.ben)
    for name in ("Gus Larsen", "Hana Sato"):
        scene.salon.book(yoga, at(3, 11), Contact(0, name))
    scene.keep(TimeOff(0, day(3), day(3), "Course", (scene.salon.ben.id,)))
    row = scene.page.list.topLevelItem(0)
    assert row is not None
    scene.page.list.setCurrentItem(row)
    assert scene.way() == [
        "Thursday 26 November, 11:00: Yoga, Gus Larsen, Ben",
        "Thursday 26 November, 11:00: Yoga, Hana Sato, Ben",
    ]


def test_what_stands_in_the_way_is_said_before_it_is_saved(scene: Scene) -> None:
    scene.page.add_button.click()
    dialog = scene.dialog()
    way = dialog.findChild(QWidget, "time_off_way")
    assert way is not None
    assert way.isHidden()
    dialog.findChild(QWidget, "time_off_last").show_day(day(1))  # type: ignore[union-attr]
    assert "1 appointment is booked then and stays" in way.text()  # type: ignore[attr-defined]
    assert "Cleo Park" in way.text()  # type: ignore[attr-defined]
    dialog.reject()
    assert scene.kept() == []


def test_a_part_of_a_day_is_one_day(scene: Scene) -> None:
    scene.page.add_button.click()
    dialog = scene.dialog()
    dialog.findChild(QWidget, "time_off_last").show_day(day(3))  # type: ignore[union-attr]
    press(dialog, "time_off_part")
    press(dialog, "time_off_all")
    assert not dialog.findChild(QWidget, "time_off_last").isEnabled()  # type: ignore[union-attr]
    dialog.accept()
    assert scene.kept() == [TimeOff(1, day(0), day(0), "", (), HoursBlock(540, 720))]
    assert scene.rows()[0][:2] == ["23 November 2026, 09:00 – 12:00", "Whole business"]


def test_nobody_ticked_is_not_the_whole_business(scene: Scene) -> None:
    scene.page.add_button.click()
    dialog = scene.dialog()
    staff = dialog.findChild(QWidget, "time_off_staff")
    staff.item(0).setCheckState(Qt.CheckState.Unchecked)  # type: ignore[union-attr]
    dialog.accept()
    problem = dialog.findChild(QWidget, "time_off_problem")
    assert "Tick who is away" in problem.text()  # type: ignore[union-attr]
    assert scene.kept() == []
    dialog.reject()


def test_what_is_over_is_shown_on_request(scene: Scene) -> None:
    scene.keep(TimeOff(0, day(-7), day(-6), "Past", (scene.salon.ana.id,)))
    assert scene.rows() == []
    scene.page.past.click()
    assert [row[2] for row in scene.rows()] == ["Past"]


def test_removing_is_offered_to_be_undone(scene: Scene) -> None:
    scene.keep(TimeOff(0, day(1), day(1), "Course", (scene.salon.ana.id,)))
    offers: list[Offer] = []
    scene.model.offered.connect(offers.append)
    scene.page.remove_button.click()
    assert scene.kept() == []
    assert [(offer.text, offer.action) for offer in offers] == [("Time off removed", "Undo")]
    undo(scene.salon)
    QApplication.processEvents()
    assert [row[2] for row in scene.rows()] == ["Course"]


def test_an_appointment_in_the_way_is_opened_and_reassigned(scene: Scene) -> None:
    asked: list[tuple[str, date, str]] = []
    page = scene.page
    page.shown_in_week.connect(lambda when, entry: asked.append(("open", when, entry)))
    page.editing_asked.connect(lambda when, entry: asked.append(("edit", when, entry)))
    scene.keep(TimeOff(0, day(1), day(1)))
    page.open_button.click()
    page.reassign_button.click()
    assert asked == [("open", day(1), "a1"), ("edit", day(1), "a1")]


def test_nothing_is_read_for_a_page_that_nobody_sees(scene: Scene) -> None:
    scene.page.hide()
    scene.keep(TimeOff(0, day(1), day(1)))
    assert scene.rows() == []
    scene.page.show()
    assert len(scene.rows()) == 1


def test_public_holidays_close_nothing_until_they_are_ticked(scene: Scene) -> None:
    scene.use_file()
    christmas, new_year = "Christmas, 25 – 26 December 2026", "New Year, 1 January 2027"
    assert scene.holidays() == [(christmas, False), (new_year, False)]
    assert scene.kept() == []
    scene.page.holidays.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert [each.title for each in scene.kept()] == ["New Year"]
    assert scene.holidays() == [(christmas, False), (new_year, True)]
    scene.page.holidays.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert scene.kept() == []
    scene.page.holidays.all_button.click()
    assert len(scene.kept()) == 2
    assert not scene.page.holidays.all_button.isEnabled()
    undo(scene.salon)
    assert scene.kept() == []


def test_a_day_within_longer_time_off_is_not_opened_by_a_tick(scene: Scene) -> None:
    scene.use_file()
    scene.keep(TimeOff(0, date(2026, 12, 20), date(2027, 1, 6), "Winter"))
    for at_row in range(2):
        item = scene.page.holidays.list.item(at_row)
        assert item.checkState() is Qt.CheckState.Checked
        assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_what_cannot_be_read_is_said_on_the_page(scene: Scene, tmp_path: Path) -> None:
    refusal = scene.page.findChild(QWidget, "time_off_refusal")
    assert refusal is not None
    scene.model.use_file(tmp_path / "nowhere.ics")
    assert "cannot be read" in refusal.text()  # type: ignore[attr-defined]
    scene.use_file("nothing")
    assert refusal.isVisible()
    scene.use_file()
    assert refusal.isHidden()
    scene.page.holidays.forget_button.click()
    assert scene.holidays() == []


def test_a_linked_calendar_is_chosen_from_the_menu(scene: Scene) -> None:
    family = scene.salon.connect(scene.salon.ana)["Family"]
    scene.salon.mirror_days(family, "St Andrew", day(7), day(8))
    part = scene.page.holidays
    part.choose_menu.aboutToShow.emit()
    (action,) = [one for one in part.choose_menu.actions() if one.text() == "Family (Ana)"]
    part.choose_menu.triggered.emit(action)
    assert scene.holidays() == [("St Andrew, 30 November 2026", False)]
    assert "“Family”" in scene.model.source

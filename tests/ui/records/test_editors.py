"""The editor pages on a real store: what is typed, refused, saved, deleted and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.session_end import has_unsaved
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution, Every, Priority
from lcdesk.model.domain.people import HoursBlock, StaffMember
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_resources, all_staff, contacts, insert_staff
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import USUAL_HOURS, Editors
from lcdesk.ui.records.hours_editor import HoursEditor
from lcdesk.ui.records.small_week import SmallWeekSheet
from lcdesk.ui.settings.dialog import EditorPages
from lcdesk.ui.wording.zone_words import zone_in_words
from tests.ui.settings.stage import NOW, Stage


class Opened:
    """The dialog with its editor pages."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage = stage
        self.editors = Editors(
            stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="Europe/Madrid"
        )
        self.dialog = stage.dialog(self.editors)
        qtbot.addWidget(self.dialog)
        self.pages: EditorPages = self.dialog.editors

    def show(self, page: QWidget) -> None:
        self.dialog.show_page(page)
        self.dialog.show()

    def calendars(self) -> dict[str, Calendar]:
        with self.stage.database.read() as reader:
            return {calendar.name: calendar for calendar in all_calendars(reader)}

    def staff(self) -> dict[str, StaffMember]:
        with self.stage.database.read() as reader:
            return {member.name: member for member in all_staff(reader)}


def hours_of(page: QWidget) -> HoursEditor:
    found = page.findChild(HoursEditor)
    assert isinstance(found, HoursEditor)
    return found


@pytest.fixture
def opened(stage: Stage, qtbot: QtBot) -> Opened:
    with stage.database.write() as tx:
        ben = insert_staff(tx, StaffMember(0, "Ben", zone="Europe/Madrid", hours=USUAL_HOURS))
        team = (ben, stage.anna)
        save_calendar(
            tx, Calendar(0, "Talk", CalendarKind.ROUND_ROBIN, team, zone="Europe/Madrid"), NOW
        )
    return Opened(stage, qtbot)


def press(parent: QWidget, name: str) -> None:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    assert found.isEnabled(), name
    found.click()


def write(parent: QWidget, name: str, text: str) -> None:
    found = parent.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    found.setText(text)


def number(parent: QWidget, name: str, value: int) -> None:
    found = parent.findChild(QSpinBox, name)
    assert isinstance(found, QSpinBox), name
    found.setValue(value)


def pick(parent: QWidget, name: str, text: str) -> None:
    found = parent.findChild(QComboBox, name)
    assert isinstance(found, QComboBox), name
    found.setCurrentIndex(found.findText(text))


def text_of(parent: QWidget, name: str) -> str:
    found = parent.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text() if found.isVisible() else ""


def listed(page: QWidget, name: str) -> list[str]:
    found = page.findChild(QListWidget, f"{name}_list")
    assert isinstance(found, QListWidget)
    return [found.item(at).text() for at in range(found.count())]


# --- calendars ------------------------------------------------------------------------------


def test_a_setting_that_is_not_saved_is_asked_about_at_the_end_of_a_session(
    opened: Opened,
) -> None:
    page = opened.pages.calendars
    opened.show(page)
    assert not has_unsaved(opened.dialog)
    write(page, "calendar_page_name", "Long talk")
    assert has_unsaved(opened.dialog)
    press(page, "calendar_page_save")
    assert not has_unsaved(opened.dialog)


def test_setting_is_kept_by_save_and_taken_back_by_undo(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    number(page, "calendar_after", 15)
    assert opened.calendars()["Talk"].after == timedelta()
    assert listed(page, "calendar_page") == ["Round robin", "Talk •"]
    press(page, "calendar_page_save")
    assert opened.calendars()["Talk"].after == timedelta(minutes=15)
    assert page.said.text.text() == "Saved Talk."
    press(page, "undo_button")
    assert opened.calendars()["Talk"].after == timedelta()


def test_every_setting_of_a_round_robin_reaches_the_store(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    ben = opened.staff()["Ben"].id
    write(page, "calendar_group", "Talks")
    write(page, "calendar_title", "Talk with {{contact.name}}")
    pick(page, "calendar_distribution", "Availability")
    pick(page, f"priority_{ben}", "High")
    write(page, f"place_{ben}", "Room 2")
    press(page, f"down_{ben}")
    number(page, "calendar_notice_count", 2)
    number(page, "calendar_per_day", 3)
    number(page, "calendar_look_busy", 30)
    pick(page, "repeats_every", "Every day")
    press(page, "calendar_page_save")
    kept = opened.calendars()["Talk"]
    assert (kept.group, kept.title) == ("Talks", "Talk with {{contact.name}}")
    assert kept.distribution is Distribution.AVAILABILITY
    assert (kept.priority, kept.locations) == ({ben: Priority.HIGH}, {ben: "Room 2"})
    assert kept.staff == (opened.stage.anna, ben)
    assert (kept.notice, kept.per_day, kept.look_busy) == (timedelta(hours=2), 3, 30)
    assert kept.repeats is not None
    assert kept.repeats.every is Every.DAY


def test_problem_stands_under_its_field_and_nothing_is_saved(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    write(page, "calendar_page_name", "")
    assert text_of(page, "name_problem") == "A calendar needs a name."
    assert not page.save_button.isEnabled()
    write(page, "calendar_page_name", "Talk 2")
    pick(page, "calendar_zone", zone_in_words("Europe/Berlin", utc_now()))
    zone = page.findChild(QComboBox, "calendar_zone")
    assert isinstance(zone, QComboBox)
    zone.setEditText("Europe/Nowhere")
    assert "is not a time zone" in text_of(page, "zone_problem")
    press(page, "calendar_page_revert")
    assert not page.save_button.isEnabled()
    assert list(opened.calendars()) == ["Talk"]


@pytest.mark.parametrize("kind", list(CalendarKind))
def test_calendar_of_each_kind_can_be_made(opened: Opened, kind: CalendarKind) -> None:
    page = opened.pages.calendars
    opened.show(page)
    action = next(action for action in page.new_button.menu().actions() if action.data() == kind)
    action.trigger()
    write(page, "calendar_page_name", "Mine")
    press(page, "calendar_page_save")
    made = opened.calendars()["Mine"]
    assert made.kind is kind
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    is_told = any("iCloud is not supported for simple calendars" in text for text in said)
    assert is_told == (kind is CalendarKind.SIMPLE)


def test_new_calendar_that_is_discarded_was_never_there(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    page.new_button.menu().actions()[0].trigger()
    assert page.revert_button.text() == "Discard"
    press(page, "calendar_page_revert")
    assert list(opened.calendars()) == ["Talk"]


def test_service_with_processing_time_lasts_as_long_as_its_phases(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    opened.editors.begin_calendar(CalendarKind.SERVICE)
    box = page.findChild(QWidget, "calendar_processing")
    assert box is not None
    box.click()  # type: ignore[attr-defined]
    for at, length in enumerate((20, 30, 10)):
        number(page, f"calendar_phase_{at}", length)
    press(page, "calendar_page_save")
    made = next(calendar for calendar in opened.calendars().values() if calendar.phases)
    assert made.duration == timedelta(minutes=60)


def test_the_small_week_follows_what_is_typed(opened: Opened, qtbot: QtBot) -> None:
    page = opened.pages.calendars
    opened.show(page)
    sheet = page.findChild(SmallWeekSheet)
    assert isinstance(sheet, SmallWeekSheet)
    before = sheet.accessibleDescription(), text_of(page, "calendar_week_line")
    assert before[1].startswith("Next open: ")
    number(page, "calendar_notice_count", 200)
    qtbot.waitUntil(lambda: sheet.accessibleDescription() != before[0])
    assert text_of(page, "calendar_week_line") != before[1]
    write(page, "calendar_page_name", "")
    assert "holds no mistake" in text_of(page, "calendar_week_line")
    assert text_of(page, "name_problem")
    press(page, "calendar_page_revert")
    qtbot.waitUntil(lambda: sheet.accessibleDescription() == before[0])


def test_a_staff_member_s_week_follows_the_hours(opened: Opened, qtbot: QtBot) -> None:
    page = opened.pages.staff
    opened.show(page)
    sheet = page.findChild(SmallWeekSheet)
    assert isinstance(sheet, SmallWeekSheet)
    page.editor.choose(opened.staff()["Ben"].id)
    qtbot.waitUntil(lambda: "8 h, " in sheet.accessibleDescription())
    monday = hours_of(page)._days[0]
    press(monday, "remove_block")
    qtbot.waitUntil(lambda: "Monday 23 November: closed" in sheet.accessibleDescription())


def test_clone_deactivate_and_delete_with_undo(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    press(page, "calendar_page_clone")
    assert list(opened.calendars()) == ["Talk", "Talk (copy)"]
    press(page, "calendar_page_active")
    assert not opened.calendars()["Talk (copy)"].active
    assert page.active_button.text() == "Activate"
    press(page, "calendar_page_delete")
    assert list(opened.calendars()) == ["Talk"]
    press(page, "undo_button")
    assert not opened.calendars()["Talk (copy)"].active


def test_calendar_with_bookings_is_not_deleted_and_the_page_says_what_to_do(
    opened: Opened,
) -> None:
    opened.stage.add_appointments(2)
    opened.editors.calendars._read_again()
    opened.editors.calendars.choose(opened.calendars()["round_robin"].id)
    page = opened.pages.calendars
    opened.show(page)
    press(page, "calendar_page_delete")
    assert "has 2 upcoming appointments" in page.said.text.text()
    assert not page.said.button.isVisible()
    assert "round_robin" in opened.calendars()


def test_draft_waits_while_another_calendar_is_looked_at(opened: Opened) -> None:
    page = opened.pages.calendars
    opened.show(page)
    number(page, "calendar_before", 10)
    talk = opened.editors.calendars.chosen
    opened.editors.begin_calendar(CalendarKind.SIMPLE)
    opened.editors.calendars.choose(talk)
    field = page.findChild(QSpinBox, "calendar_before")
    assert isinstance(field, QSpinBox)
    assert field.value() == 10
    assert page.save_button.isEnabled()


# --- staff ----------------------------------------------------------------------------------


def test_new_staff_member_has_the_usual_hours(opened: Opened) -> None:
    page = opened.pages.staff
    opened.show(page)
    press(page, "staff_page_new")
    write(page, "staff_page_name", "Cleo")
    press(page, "staff_page_save")
    made = opened.staff()["Cleo"]
    assert (made.zone, made.hours) == ("Europe/Madrid", USUAL_HOURS)


def test_hours_are_added_copied_and_checked(opened: Opened) -> None:
    page = opened.pages.staff
    opened.editors.staff.choose(opened.staff()["Ben"].id)
    opened.show(page)
    hours = hours_of(page)
    monday = hours._days[0]
    press(monday, "add_block")
    monday.findChildren(QTimeEdit, "block_start")[1].setTime(monday._blocks[0]._end.time())
    hours._copy(_action(hours, 0, 5))
    press(page, "staff_page_save")
    weekly = opened.staff()["Ben"].hours.weekly
    assert weekly[0] == weekly[5] == (HoursBlock(540, 1020), HoursBlock(1020, 1200))
    monday.findChildren(QTimeEdit, "block_start")[1].setTime(monday._blocks[0]._start.time())
    assert "overlap" in text_of(page, "hours_problem")
    assert not page.save_button.isEnabled()
    press(page, "staff_page_revert")
    assert not text_of(page, "hours_problem")


def _action(hours: QWidget, source: int, target: int):  # type: ignore[no-untyped-def]
    button = hours.findChild(QPushButton, f"copy_{source}")
    assert isinstance(button, QPushButton)
    return next(action for action in button.menu().actions() if action.data() == (source, target))


def test_closed_day_and_date_specific_hours(opened: Opened) -> None:
    page = opened.pages.staff
    opened.editors.staff.choose(opened.staff()["Ben"].id)
    opened.show(page)
    press(page, "add_closed_date")
    press(page, "add_date")
    press(page, "staff_page_save")
    dates = opened.staff()["Ben"].hours.dates
    assert [len(day) for day in dates.values()] == [0, 1]


def test_staff_member_who_is_needed_is_not_deleted(opened: Opened) -> None:
    with opened.stage.database.write() as tx:
        save_calendar(
            tx, Calendar(0, "Yoga", CalendarKind.CLASS, (opened.stage.anna,), zone="UTC"), NOW
        )
    page = opened.pages.staff
    opened.show(page)
    press(page, "staff_page_delete")
    assert page.said.text.text() == "Anna owns Yoga. Choose another owner first."
    assert "Anna" in opened.staff()


# --- rooms and contacts ---------------------------------------------------------------------


def test_room_is_made_and_chosen_in_a_calendar(opened: Opened) -> None:
    page = opened.pages.resources
    opened.show(page)
    press(page, "resource_page_new")
    write(page, "resource_page_name", "Room 1")
    number(page, "resource_capacity", 2)
    press(page, "resource_page_save")
    with opened.stage.database.read() as reader:
        room = all_resources(reader)[0]
    assert (room.name, room.capacity) == ("Room 1", 2)
    opened.show(opened.pages.calendars)
    box = opened.pages.calendars.findChild(QWidget, f"needs_{room.id}")
    assert box is not None
    box.click()  # type: ignore[attr-defined]
    press(opened.pages.calendars, "calendar_page_save")
    assert opened.calendars()["Talk"].resources == (room.id,)


def test_contact_with_card_search_and_deletion(opened: Opened) -> None:
    opened.stage.add_appointments(2)
    opened.editors.contacts._read_again()
    page = opened.pages.contacts
    opened.show(page)
    asked: list[int] = []
    opened.dialog.contact_card_asked.connect(asked.append)
    press(page, "contact_card_button")
    assert asked == [page.editor.chosen]
    press(page, "contact_page_delete")
    assert "Cleo Park has 2 upcoming appointments" in page.said.text.text()
    press(page, "contact_page_new")
    write(page, "contact_page_name", "Dan")
    press(page, "contact_page_save")
    page.search.setText("dan")
    assert listed(page, "contact_page") == ["Dan"]
    press(page, "contact_page_delete")
    press(page, "undo_button")
    with opened.stage.database.read() as reader:
        assert {contact.name for contact in contacts(reader).values()} == {"Cleo Park", "Dan"}

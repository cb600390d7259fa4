"""Records and settings in Activity: each change has a row with its Undo, the undo a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.commands.accounts import set_blocking
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import delete_staff, save_contact, save_staff
from lcdesk.model.commands.undo import redo_last, undo
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact, Hours
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import set_preference
from lcdesk.ui.activity.rows_model import ActivityRow, ActivityWords
from lcdesk.ui.look.locale import LocaleFormat
from tests.desk import BERLIN
from tests.salon import Salon


def rows(salon: Salon) -> list[ActivityRow]:
    words = ActivityWords(LocaleFormat(), ZoneInfo(BERLIN), {salon.ana.id: "Ana"}, {})
    with salon.database.read() as reader:
        return [words.row(entry) for entry in journal_page(reader, limit=50)]


def titles(salon: Salon) -> list[str]:
    return [row.title for row in rows(salon)]


def change_hours(salon: Salon) -> None:
    with salon.database.write() as tx:
        save_staff(tx, replace(salon.ana, hours=Hours()))


def test_other_working_hours_had_no_row_and_their_undo_no_line(salon: Salon) -> None:
    change_hours(salon)
    (row,) = rows(salon)
    assert row.title == "Changed Ana: working hours"
    assert (row.can_be_undone, row.staff) == (True, salon.ana.id)
    with salon.database.write() as tx:
        undo(tx, row.id, now=salon.now)
    with salon.database.read() as reader:
        assert salon.ana in all_staff(reader)
    assert titles(salon) == [
        "Undone: Changed Ana: working hours",
        "Changed Ana: working hours",
    ]
    assert rows(salon)[1].is_undone
    with salon.database.write() as tx:
        redo_last(tx, now=salon.now)
    assert titles(salon)[0] == "Done again: Changed Ana: working hours"


def test_a_member_who_hides_details_is_named_all_the_same(salon: Salon) -> None:
    with salon.database.write() as tx:
        save_staff(tx, replace(salon.ana, hide_details=True))
    assert titles(salon) == ["Changed Ana: details of private events"]


def test_a_contact_comes_is_changed_and_has_rows(salon: Salon) -> None:
    with salon.database.write() as tx:
        dana = save_contact(tx, Contact(0, "Dana"), now=salon.now)
    with salon.database.write() as tx:
        save_contact(tx, replace(dana, phone="1", notes="Tea"), now=salon.now)
    assert titles(salon) == ["Changed contact Dana: phone, notes", "New contact Dana"]


def test_another_team_is_a_change_of_the_calendar(salon: Salon) -> None:
    visit = salon.visit()
    team = (salon.ana.id, salon.ben.id)
    with salon.database.write() as tx:
        save_calendar(tx, replace(visit, staff=team), salon.now)
    assert titles(salon) == ["Changed calendar First visit: team"]


def test_much_that_is_different_stands_below_the_title(salon: Salon) -> None:
    visit = salon.visit()
    after = replace(visit, name="Cut", location="Here", notice=timedelta(hours=1))
    with salon.database.write() as tx:
        save_calendar(tx, after, salon.now)
    (row,) = rows(salon)
    assert (row.title, row.detail) == ("Changed calendar Cut", "name, notice, location")


def test_what_goes_with_a_member_is_told_below(salon: Salon) -> None:
    salon.calendar("Cut", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    with salon.database.write() as tx:
        delete_staff(tx, salon.ben.id, now=salon.now)
    (row,) = rows(salon)
    assert (row.title, row.detail) == ("Deleted staff member Ben", "Changed calendar Cut")


def test_what_is_chosen_of_a_linked_calendar_has_a_row(salon: Salon) -> None:
    linked = salon.connect(salon.ana)["Family"]
    with salon.database.write() as tx:
        set_blocking(tx, linked.id, tentative=not linked.tentative_blocks)
    row = rows(salon)[0]
    assert row.title == "Changed what blocks time in Family: tentative events"
    assert row.can_be_undone


def test_settings_have_a_row_and_the_look_of_the_window_has_none(salon: Salon) -> None:
    with salon.database.write() as tx:
        set_preference(tx, "appearance", "dark")
    assert titles(salon) == []
    with salon.database.write() as tx:
        set_preference(tx, "stale_after_minutes", 5)
    assert titles(salon) == ["Changed settings: warning about calendars not read"]


def test_several_records_of_one_step_are_one_row(salon: Salon) -> None:
    with salon.database.write() as tx:
        for number in range(30):
            save_contact(tx, Contact(0, f"Client {number:02}"), now=salon.now)
    (row,) = rows(salon)
    assert row.title == "New contact Client 00"
    assert row.detail.endswith("New contact Client 03 · 26 more")
    assert row.can_be_undone

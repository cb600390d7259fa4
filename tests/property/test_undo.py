"""Whatever a person did is undone step by step to where it began, and done again to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.commands import appointments, series_changes
from lcdesk.model.commands.accounts import set_blocking, set_role
from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block, unblock
from lcdesk.model.commands.calendars import (
    clone_calendar,
    delete_calendar,
    save_calendar,
    set_active,
)
from lcdesk.model.commands.contacts.merge import merge_contacts
from lcdesk.model.commands.intake.answers import change_answers
from lcdesk.model.commands.people import (
    delete_contact,
    delete_resource,
    delete_staff,
    save_contact,
    save_resource,
    save_staff,
)
from lcdesk.model.commands.reassign import Reassignment, reassign
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.commands.time_off.absences import close_on, remove_time_off, save_time_off
from lcdesk.model.commands.time_off.holidays import forget_holidays, use_holiday_calendar
from lcdesk.model.commands.waiting.entries import (
    add_waiting,
    change_waiting,
    end_waiting,
    remove_waiting,
)
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind, Resource
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.intake import FieldKind, IntakeField
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store import people
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.preferences import set_preference
from lcdesk.model.store.row_images import KEPT, SETTINGS, rows_by_key
from lcdesk.model.store.tables import blocked_slot, preference
from lcdesk.model.store.time_off import all_time_off
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.model.store.waiting import all_waiting
from tests.indexed import check_index
from tests.salon import Salon, at, day
from tests.undoing import last_step, redo, undo

Rows = dict[str, Any]
ASKED = (IntakeField(0, "Allergies"), IntakeField(0, "Insured", FieldKind.YES_NO))
Deed = Callable[["Story", int, int], Callable[[Transaction], object]]


class Story:
    """A salon with some of everything, and what its rows were after each thing that was done."""

    def __init__(self, folder: Path) -> None:
        self.salon = salon = Salon(folder)
        self.now = salon.now
        salon.connect(salon.ana)
        for name in ("Visit", "Other"):
            salon.calendar(name, CalendarKind.ROUND_ROBIN, salon.ana, salon.ben, fields=ASKED)
        salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
        with salon.database.write() as tx:
            for name in ("Cleo", "Dana", "Eli"):
                save_contact(tx, Contact(0, name, f"{name}@x.example"), now=self.now)
            save_resource(tx, Resource(0, "Room"))
        self.first = last_step(salon)
        self.rows = [self.read()]  # at the beginning, and after each step that stands
        self.undone: list[Rows] = []

    def do(self, work: Callable[[Transaction], object]) -> None:
        """Something that may be refused."""
        before = last_step(self.salon)
        with suppress(LcdeskError), self.salon.database.write(mail_attendees=True) as tx:
            work(tx)
        if last_step(self.salon) != before:
            self.rows.append(self.read())
            self.undone.clear()
        assert self.read() == self.rows[-1], "what changed no row is no step"

    def undo(self) -> None:
        if last_step(self.salon) == self.first:
            return
        undo(self.salon)
        self.undone.append(self.rows.pop())
        assert self.read() == self.rows[-1]

    def redo(self) -> None:
        if self.undone:
            redo(self.salon)
            self.rows.append(self.undone.pop())
            assert self.read() == self.rows[-1]

    def read(self) -> Rows:
        """Every row that is a person's."""
        with self.salon.database.read() as reader:
            return {table.name: _rows(reader, table) for table in KEPT}

    def appointment(self, at: int) -> int:
        with self.salon.database.read() as reader:
            found = all_appointments(reader)
        return found[at % len(found)].id if found else 0


def _rows(reader: Reader, table: sa.Table) -> Rows:
    keys = list(table.primary_key)
    found = [tuple(row) for row in reader.connection.execute(sa.select(*keys))]
    if table is preference:
        found = [key for key in found if key[0] in SETTINGS]
    return {str(key): row for key, row in rows_by_key(reader.connection, table, found).items()}


@contextmanager
def story() -> Iterator[Story]:
    with TemporaryDirectory() as folder:
        told = Story(Path(folder))
        try:
            yield told
        finally:
            told.salon.close()


# --- what a person does -------------------------------------------------------------------------


def book(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        calendars = all_calendars(tx)
        contacts = list(people.contacts(tx).values())
        request = appointments.BookingRequest(
            calendars[one % len(calendars)].id,
            at(1 + two % 3, 9 + one % 8),
            contacts[two % len(contacts)],
            insist=one % 3 == 0,
            answers={field.id: f"n{one}" for field in calendars[one % len(calendars)].fields[:1]},
        )
        appointments.book(tx, request, now=told.now)

    return work


def move(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    start = at(1 + two % 3, 9 + two % 8)
    return lambda tx: appointments.move(
        tx, told.appointment(one), start=start, insist=one % 2 == 0, now=told.now
    )


def edit(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    return lambda tx: appointments.edit(tx, told.appointment(one), notes=f"n{two}", now=told.now)


def answer(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        booked = appointments.known_appointment(tx, told.appointment(one))
        calendar = appointments.calendar_of(tx, booked.calendar)
        wanted = {field.id: "yes" if two % 2 else "" for field in calendar.fields}
        change_answers(tx, [booked], calendar, wanted)

    return work


def give_status(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    status = list(Status)[two % len(Status)]
    return lambda tx: appointments.set_status(tx, told.appointment(one), status, now=told.now)


def give_to(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    """To somebody who is known already: a contact who is new with it would stay."""

    def work(tx: Transaction) -> None:
        members = (told.salon.ana.id, told.salon.ben.id, None)
        known = list(people.contacts(tx).values())
        wanted = Reassignment(staff=members[two % 3], contact=known[one % len(known)])
        reassign(tx, told.appointment(one), wanted, insist=True, now=told.now)

    return work


def make_series(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    rule = series_rule(f"FREQ=WEEKLY;COUNT={2 + two % 3}")
    return lambda tx: repeat(tx, told.appointment(one), rule, now=told.now)


def change_series(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    number, scope = told.appointment(one), list(Scope)[two % len(Scope)]
    if two % 2:
        return lambda tx: series_changes.cancel(tx, number, scope, now=told.now)
    start = at(1 + one % 3, 9 + two % 8)
    return lambda tx: series_changes.move(tx, number, scope, start=start, insist=True, now=told.now)


def block_time(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    start = at(1 + two % 3, 9 + one % 8)

    def work(tx: Transaction) -> None:
        known = list(tx.connection.execute(sa.select(blocked_slot.c.id)).scalars())
        if known and one % 3 == 1:
            change_block(tx, known[0], BlockWish(start=start, title=f"t{two}"))
        elif known and one % 3 == 2:
            unblock(tx, known[0])
        else:
            block(tx, start=start, end=start + timedelta(hours=1), staff=told.salon.ben.id)

    return work


def keep_a_person(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = list(people.contacts(tx).values())
        match two % 3:
            case 0:
                save_contact(tx, Contact(0, f"New {one}", ""), now=told.now)
            case 1:
                changed = replace(known[one % len(known)], name=f"Name {two}")
                save_contact(tx, changed, now=told.now)
            case _:
                delete_contact(tx, known[one % len(known)].id, now=told.now)

    return work


def keep_a_member(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = people.all_staff(tx)
        member = known[one % len(known)]
        match two % 3:
            case 0:
                save_staff(tx, replace(member, id=0, name=f"New {one}"))
            case 1:
                zones = ("Europe/Berlin", "Asia/Tokyo")
                save_staff(tx, replace(member, zone=zones[one % 2], name=f"{member.name}+"))
            case _:
                delete_staff(tx, member.id, now=told.now)

    return work


def merge_persons(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = list(people.contacts(tx).values())
        kept, gone = known[one % len(known)], known[two % len(known)]
        merge_contacts(tx, kept, gone.id, now=told.now)

    return work


def keep_a_calendar(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = all_calendars(tx)
        calendar = known[one % len(known)]
        match two % 5:
            case 0:
                clone_calendar(tx, calendar.id, now=told.now)
            case 1:
                save_calendar(tx, replace(calendar, before=timedelta(minutes=15)), told.now)
            case 2:
                save_calendar(
                    tx, replace(calendar, staff=tuple(reversed(calendar.staff))), told.now
                )
            case 3:
                set_active(tx, calendar.id, not calendar.active)
            case _:
                delete_calendar(tx, calendar.id, now=told.now)

    return work


def ask_something_else(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    """A field more, one less, others first, or another name."""

    def work(tx: Transaction) -> None:
        calendar = all_calendars(tx)[one % len(all_calendars(tx))]
        asked = calendar.fields
        first = replace(asked[0], name=f"Name {two}") if asked else IntakeField(0, "First")
        other = {
            0: (*asked, IntakeField(0, f"New {two}", FieldKind.CHOICE, choices=("a", "b"))),
            1: asked[1:],
            2: tuple(reversed(asked)),
            3: (first, *asked[1:]),
            4: (*asked, *(field for field in ASKED if field.name not in map(_name, asked))),
        }
        save_calendar(tx, replace(calendar, fields=other[two % 5]), told.now)

    return work


def _name(field: IntakeField) -> str:
    return field.name


def keep_a_room(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = people.all_resources(tx)
        if known and two % 3 == 0:
            delete_resource(tx, known[0].id)
        elif known and two % 3 == 1:
            save_resource(tx, replace(known[0], capacity=1 + one % 9))
        else:
            save_resource(tx, Resource(0, f"Room {one}"))

    return work


def choose_a_role(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        known = linked_calendars(tx)
        linked = known[one % len(known)]
        if two % 4 == 3 or linked.role is Role.PRIMARY:  # another takes its place, or it stays
            set_blocking(tx, linked.id, all_day=not linked.all_day_blocks)
        else:
            set_role(tx, linked.id, list(Role)[two % len(Role)], now=told.now)

    return work


def take_time_off(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    first = at(two % 5, 0).date()
    staff = ((), (told.salon.ana.id,), (told.salon.ana.id, told.salon.ben.id))[one % 3]

    def work(tx: Transaction) -> None:
        known = all_time_off(tx)
        if known and two % 3 == 0:
            remove_time_off(tx, known[one % len(known)].id)
        else:
            number = known[one % len(known)].id if known and two % 3 == 1 else 0
            save_time_off(tx, TimeOff(number, first, first, f"Off {one}", staff))

    return work


def name_holidays(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    day = at(two % 5, 0).date()

    def work(tx: Transaction) -> None:
        known = linked_calendars(tx)
        match two % 3:
            case 0:
                use_holiday_calendar(tx, known[one % len(known)].id, now=told.now)
            case 1:
                forget_holidays(tx)
            case _:
                close_on(tx, [PublicHoliday(day, day, f"Feast {one}")])

    return work


def keep_the_waiting_list(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        waiting = list(all_waiting(tx))
        known = list(people.contacts(tx).values())
        match two % 4 if waiting else 0:
            case 0:
                calendars = [calendar for calendar in all_calendars(tx) if calendar.staff]
                calendar = calendars[one % len(calendars)]
                value = Waiting(0, calendar.id, 0, day(two % 5), day(5), told.now)
                add_waiting(tx, value, known[one % len(known)])
            case 1:
                first = waiting[one % len(waiting)]
                change_waiting(
                    tx, replace(first, last=day(6 + two % 9), notes=f"n{one}"), now=told.now
                )
            case 2:
                remove_waiting(tx, waiting[one % len(waiting)].id)
            case _:
                asked = waiting[one % len(waiting)]
                contact = people.contacts(tx, [asked.contact])[asked.contact]
                request = appointments.BookingRequest(
                    asked.calendar, at(1 + two % 3, 9 + one % 8), contact, insist=True
                )
                end_waiting(tx, asked.id, appointments.book(tx, request, now=told.now))

    return work


def choose_a_setting(told: Story, one: int, two: int) -> Callable[[Transaction], object]:
    return lambda tx: set_preference(tx, SETTINGS[one % 2], two)


DEEDS: tuple[Deed, ...] = (
    book, book, move, edit, answer, give_status, give_to, make_series, change_series, block_time,
    keep_a_person, merge_persons, keep_a_member, keep_a_calendar, keep_a_room, choose_a_role,
    choose_a_setting, ask_something_else, take_time_off, name_holidays,
    keep_the_waiting_list,
)  # fmt: skip
NUMBERS = st.integers(0, 59)
MOVES = st.one_of(
    st.tuples(st.sampled_from(DEEDS), NUMBERS, NUMBERS), st.sampled_from(["undo", "redo"])
)


@settings(max_examples=40)
@given(st.lists(MOVES, min_size=1, max_size=14))
def test_all_is_undone_to_the_beginning_and_done_again_to_the_end(
    moves: list[tuple[Deed, int, int] | str],
) -> None:
    with story() as told:
        for move in moves:
            if isinstance(move, str):
                told.undo() if move == "undo" else told.redo()
            else:
                deed, first, second = move
                told.do(deed(told, first, second))
        end, steps = told.rows[-1], len(told.rows)
        while last_step(told.salon) != told.first:
            told.undo()
        assert len(told.rows) == 1, "at the beginning"
        check_index(told.salon.folder / "lcdesk.sqlite3")
        for _ in range(steps - 1):
            told.redo()
        assert told.read() == end
        check_index(told.salon.folder / "lcdesk.sqlite3")


def test_every_deed_is_a_step() -> None:
    """None of them is refused throughout, so that the story above tells of all."""
    with story() as told:
        told.do(book(told, 0, 0))
        for deed in DEEDS:
            before = len(told.rows)
            for number in range(12):
                told.do(deed(told, number, 5 * number + 1))
            assert len(told.rows) > before, deed

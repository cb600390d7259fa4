"""Variations and add-ons of a service: their length counts, and what was chosen is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.booking.situation import ReasonCode
from lcdesk.model.commands.appointments import BookingRequest, book, preview
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.service_choices import (
    ServiceChoice,
    chosen_length,
    chosen_words,
    with_choice,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.model.domain.errors import InvalidInput, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import all_staff
from tests.desk import CLEO, Desk, november

MINUTE = timedelta(minutes=1)
LONG = ServiceOption("Long hair", 90 * MINUTE)
MASK, TONIC = ServiceOption("Mask", 15 * MINUTE), ServiceOption("Tonic", 5 * MINUTE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def cut(desk: Desk) -> Calendar:
    """Half an hour with Ana."""
    return desk.calendar(
        CalendarKind.SERVICE, desk.staff("Ana"), variations=(LONG,), add_ons=(MASK, TONIC)
    )


def made(desk: Desk, cut: Calendar, choice: ServiceChoice, **more: object) -> Appointment:
    plain = BookingRequest(cut.id, november(24, 10), CLEO, **more)  # type: ignore[arg-type]  # any field
    with desk.database.write() as tx:
        return book(tx, with_choice(plain, cut, choice, worded=str), now=desk.now)


@pytest.mark.parametrize(
    ("choice", "minutes", "words"),
    [
        (ServiceChoice(), 30, ""),
        (ServiceChoice("Long hair"), 90, "Long hair"),
        (ServiceChoice("", ("Mask",)), 45, "With Mask"),
        (ServiceChoice("Long hair", ("Mask", "Tonic")), 110, "Long hair, with Mask and Tonic"),
    ],
)
def test_length_and_words_of_a_choice(
    desk: Desk, cut: Calendar, choice: ServiceChoice, minutes: int, words: str
) -> None:
    assert chosen_length(cut, choice) == minutes * MINUTE
    assert chosen_words(choice) == words
    booked = made(desk, cut, choice, notes="Allergic")
    assert booked.span.length == minutes * MINUTE
    assert booked.notes == f"{words}\nAllergic".strip()


def test_a_length_asked_for_by_itself_comes_first(desk: Desk, cut: Calendar) -> None:
    booked = made(desk, cut, ServiceChoice("Long hair"), length=20 * MINUTE)
    assert (booked.span.length, booked.notes) == (20 * MINUTE, "Long hair")


def test_the_whole_length_has_to_be_free(desk: Desk, cut: Calendar) -> None:
    desk.book(cut, november(24, 11))
    plain = BookingRequest(cut.id, november(24, 10), CLEO)
    wanted = with_choice(plain, cut, ServiceChoice("Long hair"), worded=str)
    with desk.database.read() as reader:
        assert preview(reader, plain, now=desk.now).slot.open
        codes = {reason.code for reason in preview(reader, wanted, now=desk.now).slot.reasons}
    assert ReasonCode.BOOKED in codes
    with desk.database.write() as tx, pytest.raises(SlotNotOpen):
        book(tx, wanted, now=desk.now)


def test_processing_takes_the_difference(desk: Desk, cut: Calendar) -> None:
    """Ten minutes at either end stay with Ana; between them she is free for somebody else."""
    phases = (10 * MINUTE, 10 * MINUTE, 10 * MINUTE)
    with desk.database.write() as tx:
        cut = save_calendar(tx, replace(cut, phases=phases, duration=30 * MINUTE), desk.now)
    made(desk, cut, ServiceChoice("Long hair"))
    with desk.database.read() as reader:
        (ana,) = all_staff(reader)
    talk = desk.calendar(CalendarKind.ROUND_ROBIN, ana, duration=60 * MINUTE)
    assert desk.book(talk, november(24, 10, 15)).span.length == 60 * MINUTE


def test_names_that_are_not_offered_are_refused(cut: Calendar) -> None:
    with pytest.raises(InvalidInput, match=r"no variation “Short hair”\. It offers: Long hair"):
        chosen_length(cut, ServiceChoice("Short hair"))
    with pytest.raises(InvalidInput, match=r"no add-on “Wax”\. It offers: Mask and Tonic"):
        chosen_length(cut, ServiceChoice("", ("Wax",)))


def test_they_are_kept_and_changing_them_changes_no_appointment(desk: Desk, cut: Calendar) -> None:
    before = made(desk, cut, ServiceChoice("Long hair", ("Mask",)))
    with desk.database.read() as reader:
        assert get_calendar(reader, cut.id) == cut
    with desk.database.write() as tx:
        save_calendar(tx, replace(cut, variations=(), add_ons=()), desk.now)
    assert desk.entry(f"a{before.id}").span == before.span


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((ServiceOption(" ", MINUTE),), "needs a name"),
        ((MASK, replace(MASK, name="Mask ")), "stands there twice"),
        ((replace(MASK, length=timedelta()),), "must last between 1 and 1440 minutes"),
        ((replace(MASK, length=timedelta(days=2)),), "must last between 1 and 1440 minutes"),
    ],
)
@pytest.mark.parametrize("field", ["variations", "add_ons"])
def test_mistakes_name_the_field(
    desk: Desk, cut: Calendar, field: str, options: tuple[ServiceOption, ...], said: str
) -> None:
    wrong = replace(cut, **{field: options})  # type: ignore[arg-type]  # one of two fields
    with desk.database.write() as tx, pytest.raises(InvalidInput, match=said) as refused:
        save_calendar(tx, wrong, desk.now)
    assert refused.value.field == field


def test_only_services_have_them(desk: Desk, cut: Calendar) -> None:
    with desk.database.write() as tx, pytest.raises(InvalidInput, match="is not a service"):
        save_calendar(tx, replace(cut, kind=CalendarKind.ROUND_ROBIN), desk.now)

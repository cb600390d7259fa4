"""Entries become blocks, banners and sentences; no store and no widgets here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import (
    AgendaEntry,
    AllDay,
    EntryKind,
    Origin,
    Status,
    SyncState,
)
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import Days, ViewFilter
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.agenda_week import Scope, groups_of, make_week
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.week import Badge, BlockKind, Week, entry_of
from lcdesk.ui.wording.labels import Forms
from tests.salon import at

BERLIN = "Europe/Berlin"
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 9, 20, tzinfo=UTC)
NINE_TO_SIX = (HoursBlock(540, 1080),)
HOURS = Hours((NINE_TO_SIX,) * 5 + ((), ()))
ANA = StaffMember(1, "Ana Moreno", zone=BERLIN, hours=HOURS)
BEN = StaffMember(2, "Ben Okafor", zone=BERLIN, hours=HOURS)
VISIT = Calendar(1, "First visit", CalendarKind.ROUND_ROBIN, (1, 2), colour="#2f6fde")
YOGA = Calendar(2, "Yoga", CalendarKind.CLASS, (1,), owner=1, seats=10, colour="#0f9b8e")
PARKING = Calendar(3, "Parking", CalendarKind.SIMPLE, zone=BERLIN, hours=HOURS)
FAMILY = LinkedCalendar(1, 1, 1, "/f/", "/f/", "Family", "#63da38", Role.CONFLICT)
CLEO, DANA = Contact(1, "Cleo Park"), Contact(2, "Dana Fischer")
DIRECTORY = Directory({1: ANA, 2: BEN}, {1: VISIT, 2: YOGA, 3: PARKING}, {}, {1: FAMILY})


def appointment(number: int = 1, **more: object) -> AgendaEntry:
    """Cleo's first visit with Ana, Tuesday 10:00."""
    value = AgendaEntry(
        id=f"a{number}",
        kind=EntryKind.APPOINTMENT,
        origin=Origin.LCDESK,
        span=TimeSpan(at(1, 10), at(1, 10, 30)),
        zone=BERLIN,
        title="Cleo Park",
        calendar=1,
        staff=(1,),
        status=Status.CONFIRMED,
        contacts=(1,),
        session=f"s{number}",
    )
    return replace(value, **more)  # type: ignore[arg-type]  # any field


def mirrored(**more: object) -> AgendaEntry:
    """Ana's dentist, from a conflict calendar."""
    value = AgendaEntry(
        id="e7",
        kind=EntryKind.BLOCKED,
        origin=Origin.ICLOUD,
        span=TimeSpan(at(1, 12), at(1, 13)),
        zone=BERLIN,
        title="Dentist",
        linked=1,
        staff=(1,),
        sync=SyncState.SYNCED,
        read_only=True,
    )
    return replace(value, **more)  # type: ignore[arg-type]  # any field


def week(
    *entries: AgendaEntry,
    shown: ViewFilter | None = None,
    directory: Directory = DIRECTORY,
    days: Days | None = None,
    zone_name: str = BERLIN,
    local: str = BERLIN,
) -> Week:
    """What the grid would draw."""
    chosen = shown or ViewFilter()
    groups = groups_of(entries, directory, chosen)
    forms = Forms(LocaleFormat(QLocale("en_GB")))
    texts = EntryWords(directory, {1: CLEO, 2: DANA}, forms, zone(zone_name))
    scope = Scope(directory, chosen, days or Days(MONDAY, 7), NOW, zone_name, local)
    return make_week(groups, texts, scope)


def test_an_appointment_reads_well() -> None:
    (block,) = week(appointment(location="Chair 2\nsecond floor")).blocks
    assert (block.day, block.start, block.end) == (date(2026, 11, 24), 600, 630)
    assert (block.title, block.when, block.details) == (
        "Cleo Park",
        "10:00 – 10:30",
        "Ana · Chair 2",
    )
    assert block.colour == "#2f6fde"
    assert block.past
    assert block.description.spoken == (
        "Cleo Park, Tuesday 24 November, 10:00 to 10:30, Ana Moreno, Only on this computer"
    )
    assert block.description.tooltip.splitlines()[:2] == [
        "Cleo Park",
        "Tuesday 24 November, 10:00 – 10:30",
    ]


@pytest.mark.parametrize(
    ("state", "badge"),
    [
        (SyncState.PENDING, Badge.WAITING),
        (SyncState.FAILED, Badge.FAILED),
        (SyncState.GONE, Badge.GONE),
        (SyncState.CONFLICT, Badge.CONFLICT),
        (SyncState.HELD, Badge.HELD),
        (SyncState.LOCAL, Badge.NONE),
    ],
)
def test_sync_states_have_badges(state: SyncState, badge: Badge) -> None:
    assert week(appointment(sync=state)).blocks[0].badge is badge


def test_cancelled_is_struck_and_unconfirmed_hatched() -> None:
    cancelled, unconfirmed = week(
        appointment(1, status=Status.CANCELLED), appointment(2, status=Status.NEW)
    ).blocks
    assert cancelled.struck
    assert not cancelled.tentative
    assert unconfirmed.tentative
    assert "Unconfirmed" in unconfirmed.description.spoken


def test_travel_before_an_event_is_told_apart_from_its_own_time() -> None:
    (block,) = week(mirrored(busy_from=at(1, 11, 30))).blocks
    assert (block.start, block.end, block.travel, block.when) == (720, 780, 30, "12:00 – 13:00")
    assert "Travel before it from 11:30." in block.description.tooltip
    assert "Travel before it from 11:30" in block.description.spoken
    (plain,) = week(mirrored()).blocks
    assert plain.travel == 0
    assert "Travel" not in plain.description.tooltip


def test_a_mirrored_event_is_grey_and_says_where_it_comes_from() -> None:
    (block,) = week(mirrored()).blocks
    assert block.kind is BlockKind.MIRRORED
    assert block.locked
    assert block.badge is Badge.NONE
    assert "From calendar Family in iCloud. Read only." in block.description.tooltip


def test_free_tentative_and_declined_look_different() -> None:
    free, tentative, declined = week(
        mirrored(busy=False), mirrored(tentative=True), mirrored(declined=True)
    ).blocks
    assert (free.free, free.tentative) == (True, False)
    assert (tentative.free, tentative.tentative) == (False, True)
    assert "tentative" in tentative.when
    assert "Tentative" in tentative.description.tooltip
    assert declined.struck
    assert "Blocks nothing." in free.description.tooltip


def test_occurrences_of_a_series_are_told_apart() -> None:
    later = TimeSpan(at(3, 12), at(3, 13))
    first, second = week(mirrored(recurring=True), mirrored(recurring=True, span=later)).blocks
    assert first.id != second.id


def test_all_day_and_long_entries_are_banners() -> None:
    days = AllDay(date(2026, 11, 26), date(2026, 11, 29))
    whole = mirrored(all_day=days, span=TimeSpan(at(3, 0), at(6, 0)))
    long = appointment(span=TimeSpan(at(0, 10), at(1, 12)))
    found = week(whole, long)
    assert found.blocks == ()
    spans = [(banner.first.day, banner.last.day, banner.title) for banner in found.banners]
    assert spans == [(26, 28, "Dentist"), (23, 24, "Cleo Park  10:00 – 12:00")]


def test_a_banner_of_another_week_is_left_out() -> None:
    days = AllDay(date(2026, 11, 20), date(2026, 11, 23))
    assert week(mirrored(all_day=days, span=TimeSpan(at(-3, 0), at(0, 0)))).banners == ()


def test_the_seats_of_a_session_are_one_block() -> None:
    seats = [
        appointment(number, calendar=2, session="one", contacts=(number,), title="Yoga")
        for number in (1, 2)
    ]
    gone = appointment(3, calendar=2, session="one", status=Status.CANCELLED, title="Yoga")
    (block,) = week(gone, *seats).blocks
    assert block.title == "Yoga 2 of 10"
    assert not block.struck


def test_tabs_and_ticks_choose() -> None:
    entries = (
        appointment(1),
        appointment(2, calendar=3, staff=(), title="Car"),
        mirrored(),
        mirrored(id="e8", staff=(2,), title="Ben's"),
    )
    yoga = ViewFilter(CalendarKind.CLASS)
    titles = [
        {block.title for block in week(*entries, shown=shown).blocks}
        for shown in (
            ViewFilter(),
            ViewFilter(CalendarKind.SIMPLE),
            yoga,
            ViewFilter().with_staff(1, False),
            ViewFilter().with_calendar(1, False),
        )
    ]
    assert titles == [
        {"Cleo Park", "Car", "Dentist", "Ben's"},
        {"Car"},
        {"Dentist"},
        {"Car", "Ben's"},
        {"Car", "Dentist", "Ben's"},
    ]


def test_working_hours_are_shaded_in_the_zone_shown() -> None:
    here = week().days[0]
    there = week(zone_name="America/New_York", local=BERLIN).days
    assert here.open == ((540, 1080),)
    assert there[0].open == ((180, 720),)
    assert week().days[5].open == ()


def test_simple_calendars_keep_their_own_hours() -> None:
    shown = ViewFilter(CalendarKind.SIMPLE)
    assert week(shown=shown).days[0].open == ((540, 1080),)


def test_another_zone_is_named_beside_the_computers() -> None:
    found = week(appointment(), zone_name="America/New_York", local=BERLIN)
    assert (found.zone, found.second_zone) == ("New York", "Berlin")
    assert found.second_hour_labels[3] == "09:00"
    assert "04:00 – 04:30 (10:00 – 10:30 in Berlin)" in found.blocks[0].description.tooltip
    assert week().second_zone == ""


def test_rows_are_wall_clock_on_the_day_the_clocks_change() -> None:
    sunday = date(2026, 10, 25)
    ten = at_wall(sunday, 600, zone(BERLIN))
    entry = appointment(span=TimeSpan.of_length(ten, timedelta(minutes=30)))
    (block,) = week(entry, days=Days(date(2026, 10, 19), 7)).blocks
    assert (block.day, block.start, block.end) == (sunday, 600, 630)


def test_a_name_shared_by_two_members_is_written_in_full() -> None:
    two = replace(DIRECTORY, staff={1: ANA, 2: replace(BEN, name="Ana Silva")})
    assert week(appointment(), directory=two).blocks[0].details == "Ana Moreno"


def test_an_empty_week_says_how_to_begin() -> None:
    assert "Double-click" in week().empty_hint
    hidden = ViewFilter().with_calendar(1, False).with_calendar(2, False).with_calendar(3, False)
    assert "Tick one" in week(shown=hidden).empty_hint


def test_travel_that_begins_the_day_before_is_drawn_on_that_day_too() -> None:
    span = TimeSpan(at(1, 0, 20), at(1, 1))
    before, block = week(mirrored(span=span, busy_from=at(0, 23, 30))).blocks
    assert (before.day, before.start, before.end, before.is_travel) == (MONDAY, 1410, 1440, True)
    assert (block.start, block.end, block.travel, block.is_travel) == (20, 60, 20, False)
    assert before.id != block.id, "the entry itself is what is selected and moved"
    assert entry_of(before.id) == entry_of(block.id) == block.id
    assert (before.title, before.when) == (f"Travel: {block.title}", "23:30 – 00:20")
    assert "Travel before it from Monday 23 November, 23:30." in before.description.tooltip


def test_travel_into_the_days_shown_to_an_event_behind_them_is_drawn() -> None:
    span = TimeSpan(at(7, 0, 20), at(7, 1))
    (only,) = week(mirrored(span=span, busy_from=at(6, 23, 30))).blocks
    assert (only.day, only.is_travel) == (MONDAY + timedelta(days=6), True)


def test_travel_before_an_event_of_many_days_is_drawn_below_its_banner() -> None:
    made = week(mirrored(span=TimeSpan(at(1, 12), at(3, 12)), busy_from=at(1, 11)))
    (travel,) = made.blocks
    assert (travel.start, travel.end, travel.is_travel) == (660, 720, True)
    assert len(made.banners) == 1

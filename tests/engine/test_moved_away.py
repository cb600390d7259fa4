"""An event of ours is moved on the phone to another linked calendar: said, kept, not doubled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.booking.situation import ReasonCode
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.appointments import move
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.events import Appointment, Origin, SyncState
from lcdesk.model.domain.journal import Entry, JournalKind
from lcdesk.model.domain.words import ICLOUD
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.queries.situation import situation
from lcdesk.ui.activity.titles import title_of
from tests.desk import Desk, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.practice import Practice
from tests.engine.test_pass import only_text


def moved(connected: Connected, *replaced: tuple[str, str]) -> Appointment:
    """A booking whose event is in the conflict calendar now, read here."""
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected)
    server.delete(desk.href(made))
    for before, after in replaced:
        text = text.replace(before, after)
    server.put(f"{connected.family}taken-along.ics", text)
    desk.sync()
    desk.sync()
    return made


def only_matter(desk: Desk) -> AttentionItem:
    """What waits for a person."""
    with desk.database.read() as reader:
        (found,) = list_waiting(reader, desk.now)
    return found


def events_drawn(desk: Desk) -> list[tuple[object, object]]:
    """Times of what is drawn of the server's events."""
    return [(e.span.start, e.span.end) for e in desk.agenda() if e.origin is Origin.ICLOUD]


def why_closed(connected: Connected) -> set[ReasonCode]:
    """Why nothing else can be booked at that time."""
    desk = connected.desk
    with desk.database.read() as reader:
        asked = desk.entry("a1").span
        found = situation(reader, connected.consultation, asked=asked, now=desk.now)
    return {reason.code for reason in check(found, asked, (connected.ana.id,)).reasons}


@EACH_SERVER
def test_it_was_gone_and_its_time_blocked_twice(connected: Connected) -> None:
    made = moved(connected)
    desk = connected.desk
    matter = only_matter(desk)
    assert (matter.kind, matter.subject) == (Kind.DELETED, f"a{made.id}")
    assert f"moved to the calendar “{matter.moved_to}”" in matter.message
    assert matter.moved_to.startswith("family")
    assert desk.entry(f"a{made.id}").sync is SyncState.GONE
    assert events_drawn(desk) == []
    assert ReasonCode.CONFLICT not in why_closed(connected)
    assert why_closed(connected)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 10, 15), now=desk.now)
    assert len(events_drawn(desk)) == 1, "there it is at ten still"


def test_at_another_time_it_is_an_event_like_others(connected: Connected) -> None:
    moved(connected, ("T100000", "T120000"), ("T103000", "T123000"))
    assert events_drawn(connected.desk) == [(november(25, 12), november(25, 12, 30))]
    assert "moved to the calendar" in only_matter(connected.desk).message


def test_put_into_the_primary_calendar_again(connected: Connected) -> None:
    made = moved(connected)
    desk = connected.desk
    with desk.database.write() as tx:
        carry_out_choice(tx, only_matter(desk), Choice.RESTORE, now=desk.now)
    assert desk.sync().pushed.created == 1
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    assert len(connected.server.members(connected.work)) == 1
    assert len(connected.server.members(connected.family)) == 1, "never written to"


def test_left_where_it_is(connected: Connected) -> None:
    made = moved(connected)
    desk = connected.desk
    with desk.database.write() as tx:
        carry_out_choice(tx, only_matter(desk), Choice.KEEP, now=desk.now)
    desk.sync(full=True)
    assert desk.entry(f"a{made.id}").sync is SyncState.LOCAL
    assert events_drawn(desk) == []
    assert connected.server.members(connected.work) == {}


@pytest.mark.parametrize("decides", [False, True])
def test_moved_back_it_is_in_step_again(practice: Practice, decides: bool) -> None:
    made = practice.book()
    home, work, family = practice.icloud.home, practice.icloud.work, practice.icloud.family
    path = practice.desk.href(made)
    found = home.find(path)
    assert found is not None
    home.drop(path)
    home.put(f"{family}away.ics", found.text)
    practice.good_pass()
    if decides:
        with practice.desk.database.write() as tx:
            carry_out_choice(tx, only_matter(practice.desk), Choice.KEEP, now=practice.desk.now)
    home.drop(f"{family}away.ics")
    home.put(f"{work}back.ics", found.text)
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    practice.good_pass()
    assert practice.entry(made).sync is SyncState.SYNCED
    assert [entry.id for entry in practice.desk.agenda()] == [f"a{made.id}"]


def told(desk: Desk, kind: JournalKind) -> Entry:
    """The newest row of a kind in Activity."""
    with desk.database.read() as reader:
        return next(row for row in journal_page(reader, limit=99) if row.kind is kind)


@pytest.mark.parametrize("is_read_first", [False, True])
def test_activity_and_the_card_said_that_it_was_deleted(
    practice: Practice, is_read_first: bool
) -> None:
    made = practice.book()
    home, family = practice.icloud.home, practice.icloud.family
    path = practice.desk.href(made)
    found = home.find(path)
    assert found is not None
    home.drop(path)
    if is_read_first:
        practice.good_pass()
        assert "moved_to" not in told(practice.desk, JournalKind.DELETED).facts
    home.put(f"{family}away.ics", found.text)
    practice.good_pass()
    name = practice.calendars()[family].name
    deleted = told(practice.desk, JournalKind.DELETED)
    assert deleted.facts["moved_to"] == name
    assert title_of(deleted, ICLOUD) == f"Moved to the calendar “{name}”: {made.title}"
    assert practice.entry(made).moved_to == name
    with practice.desk.database.write() as tx:
        decide(tx, made.id, Decision.KEEP, now=practice.desk.now)
    assert told(practice.desk, JournalKind.SETTLED).facts["moved_to"] == name
    assert practice.entry(made).moved_to == ""

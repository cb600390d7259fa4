"""The ten promises of the sync, each checked from outside: on the server, in its log, in ours."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar as ICalendar
from icalendar import Event

from lcdesk.model.commands.decisions import accept_removals
from lcdesk.model.domain.events import AgendaEntry, Origin, Status, SyncState
from lcdesk.model.replication.adopt import find_own_marker
from lcdesk.model.store import accounts, outbox
from tests.indexed import check_index
from tests.property.sync_world import LONG_AFTER, World, utc
from tests.servers import EMAIL, PASSWORD

BY_HAND = "BLOCKED BY HAND"


def come_to_rest(world: World) -> None:
    """Let a good day pass, with a person who confirms what is really gone."""
    world.calm_down()
    for _ in range(2):
        assert world.sync().ok
    world.desk.now += LONG_AFTER
    assert world.sync().ok
    _accept_removals(world)
    assert world.sync().ok


def invariant_1_nothing_more_is_sent_at_rest(world: World) -> None:
    before = len(world.icloud.log.writes())
    assert world.sync().ok
    assert len(world.icloud.log.writes()) == before
    with world.desk.database.read() as reader:
        assert outbox.entries(reader) == ()


def invariant_2_every_appointment_stands_at_most_once(world: World) -> None:
    claimed: list[str] = []
    for entry in world.drawn_appointments():
        places = world.places(entry.session)
        assert len(places) <= 1
        waits = entry.sync is SyncState.CONFLICT  # cancelled here, changed there
        assert entry.status is not Status.CANCELLED or waits or not places
        claimed += places
    assert world.written() == set(claimed), "and none stands there that belongs to nobody"
    uids = [str(_event(text)["UID"]) for _path, text in _standing(world)]
    assert len(uids) == len(set(uids))


def invariant_3_no_appointment_is_ended_by_icloud(world: World) -> None:
    for entry in world.drawn_appointments():
        assert (entry.status is Status.CANCELLED) is (int(entry.id[1:]) in world.ended)


def invariant_4_nothing_leaves_that_may_not(world: World) -> None:
    for heard in world.icloud.log.heard:
        assert BY_HAND.encode() not in heard.seen.body
    for heard in world.icloud.log.writes():
        assert heard.path.startswith(world.icloud.work)


def invariant_5_what_was_changed_there_is_seen_here(world: World) -> None:
    for entry in world.drawn_appointments():
        if entry.sync is not SyncState.SYNCED:
            continue
        (path,) = world.places(entry.session)
        assert _said_there(world, path) == (
            entry.title,
            entry.location,
            entry.span.start,
            entry.span.end,
        )
    ours = world.written()
    once_more = _moved_away(world)
    there = sorted(
        _said_there(world, path)
        for path, _ in _standing(world)
        if path not in ours and path not in once_more
    )
    mirrored = [entry for entry in world.agenda() if _is_living_mirror(entry)]
    settled = [_said_here(entry) for entry in mirrored if entry.sync is not SyncState.CONFLICT]
    clashing = [_said_here(entry) for entry in mirrored if entry.sync is SyncState.CONFLICT]
    # A clash holds both times: that of there and that of here.
    held = [clash for clash in clashing if clash in there]
    assert sorted(settled + held) == there


def invariant_6_no_change_there_is_overwritten_unread(world: World) -> None:
    for heard in world.icloud.log.writes():
        condition = heard.seen.headers.get("if-match")
        is_new = heard.seen.headers.get("if-none-match") == "*"
        assert (condition is not None) is not is_new
        if not heard.is_done:
            continue
        assert heard.before == condition
        assert is_new or (heard.path, heard.before) in world.icloud.log.read
        if heard.seen.method == "DELETE":
            assert find_own_marker(heard.was) in world.given_up, "nobody decided to let go of this"


def invariant_7_what_lcdesk_does_not_know_survives(world: World) -> None:
    for path, text in _standing(world):
        if path in world.marks:
            assert world.marks[path] in text


def invariant_8_bad_answers_leave_the_rows(
    before: Iterable[AgendaEntry], after: Iterable[AgendaEntry]
) -> None:
    assert [_without_sign(entry) for entry in after] == [_without_sign(entry) for entry in before]


def invariant_9_the_password_goes_to_icloud_only(world: World) -> None:
    basic = base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()
    hosts = [heard.host for heard in world.icloud.log.heard]
    assert all(host.startswith("https://") and host.endswith(".icloud.com") for host in hosts)
    said = "\n".join(world.said)
    assert PASSWORD not in said
    assert basic not in said
    assert "Basic " not in said


def all_at_rest(world: World) -> None:
    """Those that hold when both sides had time; the tenth is that they hold after kills too."""
    invariant_1_nothing_more_is_sent_at_rest(world)
    invariant_2_every_appointment_stands_at_most_once(world)
    invariant_3_no_appointment_is_ended_by_icloud(world)
    invariant_4_nothing_leaves_that_may_not(world)
    invariant_5_what_was_changed_there_is_seen_here(world)
    invariant_6_no_change_there_is_overwritten_unread(world)
    invariant_7_what_lcdesk_does_not_know_survives(world)
    invariant_9_the_password_goes_to_icloud_only(world)
    check_index(world.desk.folder / "lcdesk.sqlite3")


def everything_there(world: World) -> list[tuple[str, str, datetime, datetime]]:
    """Title, location and times of every event in iCloud."""
    return [_said_there(world, path) for path, _text in _standing(world)]


def _accept_removals(world: World) -> None:
    with world.desk.database.write() as tx:
        for linked in accounts.linked_calendars(tx):
            if linked.held_removals:
                accept_removals(tx, linked.id)


def _standing(world: World) -> list[tuple[str, str]]:
    """Paths and texts of everything in iCloud."""
    return [
        (collection.path + name, stored.text)
        for collection in world.icloud.home.collections.values()
        for name, stored in collection.objects.items()
    ]


def _event(text: str) -> Event:
    (found,) = ICalendar.from_ical(text).events
    return found


def _said_there(world: World, path: str) -> tuple[str, str, datetime, datetime]:
    found = world.icloud.home.find(path)
    assert found is not None
    event = _event(found.text)
    times = utc(event.start), utc(event.end)
    return str(event.get("SUMMARY", "")), str(event.get("LOCATION", "")), *times


def _moved_away(world: World) -> set[str]:
    """Events of appointments that were moved to the other calendar and stand at the same time."""
    found: set[str] = set()
    for entry in world.drawn_appointments():
        is_kept = entry.sync in (SyncState.GONE, SyncState.LOCAL) and entry.busy
        uids = world.uids(entry.session) if is_kept else set()
        for path, text in _standing(world):
            event = _event(text)
            times = utc(event.start), utc(event.end)
            if str(event["UID"]) in uids and times == (entry.span.start, entry.span.end):
                found.add(path)
    return found - world.written()


def _said_here(one: AgendaEntry) -> tuple[str, str, datetime, datetime]:
    return one.title, one.location, one.span.start, one.span.end


def _is_living_mirror(one: AgendaEntry) -> bool:
    return one.origin is Origin.ICLOUD and one.sync is not SyncState.GONE


def _without_sign(one: AgendaEntry) -> tuple[object, ...]:
    return one.id, one.title, one.notes, one.location, one.span, one.status

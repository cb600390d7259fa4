"""Commands beside linked events near the ends of what a date can be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import set_role
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.replication.inbound import Arrived, mirror, read_events
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.index import Indexer, near
from lcdesk.model.store.remote.objects import objects_in_state
from tests.command_line import NEXT_MONDAY, CommandLine, workspace
from tests.desk import Desk, event
from tests.unit.model.store.test_freshness import connected


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path, capsys)


def mirrored(folder: Path, *texts: str) -> None:
    """The events arrive in a conflict calendar of Ana's."""
    desk = Desk(folder, datetime.now(UTC))
    with desk.database.read() as reader:
        members = {member.name: member for member in all_staff(reader)}
    connected(desk, members["Ana"], "https://dav.example.org/", read=timedelta(0))
    with desk.database.write() as tx:
        (linked,) = linked_calendars(tx)
        linked = set_role(tx, linked.id, Role.CONFLICT, now=desk.now)
        page = [Arrived(f"/w/{n}.ics", f"/w/{n}.ics", '"1"', text) for n, text in enumerate(texts)]
        mirror(
            tx,
            linked,
            read_events(Indexer(tx, linked), linked, page, span=near(desk.now)),
            now=desk.now,
        )
    desk.close()


def test_an_event_until_the_end_of_time_is_busy_and_ends_no_command(
    run: CommandLine, tmp_path: Path
) -> None:
    run.load(workspace())
    since = f"{NEXT_MONDAY:%Y%m%d}T110000Z"
    mirrored(tmp_path, event("far", since, "99991231T235959Z", summary="until further notice"))
    week = ("--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=2))
    assert "until further notice" in run("agenda", *week).out
    slots = run.json("slots", "--calendar", "Yoga", *week, "--explain")
    closed = [slot["start"] for slot in slots if not slot["open"]]
    assert closed, slots
    start = f"{NEXT_MONDAY + timedelta(days=1)}T10:00"
    book = ("book", "--calendar", "Yoga", "--start", start, "--contact", "Cleo Park")
    refused = run(*book, "--json")
    assert refused.code == "SLOT_NOT_OPEN"
    assert "CONFLICT" in refused.out
    assert run(*book, "--force", "--json").status == 0


@pytest.mark.parametrize(
    ("start", "end", "zone"),
    [
        ("99981230T200000", "99981230T235959", "America/Los_Angeles"),
        ("99991231T200000", "99991231T210000", "America/Los_Angeles"),
        ("00010101T060000", "00010101T070000", "Asia/Tokyo"),
        ("20261201T080000", "99991231T235959", "America/Los_Angeles"),
        ("00010101T060000", "20261201T080000", "Asia/Tokyo"),
    ],
)
def test_a_member_moves_to_another_zone_with_a_linked_event_at_the_end_of_time(
    run: CommandLine, tmp_path: Path, start: str, end: str, zone: str
) -> None:
    document = workspace()
    run.load(document)
    mirrored(
        tmp_path, event("far", start, end), event("lunch", "20261201T120000", "20261201T130000")
    )
    document["staff"][0]["zone"] = zone
    assert run.load(document).status == 0
    desk = Desk(tmp_path)
    with desk.database.read() as reader:
        clean = objects_in_state(reader, ObjectState.CLEAN)
        quarantined = objects_in_state(reader, ObjectState.QUARANTINED)
    desk.close()
    assert "/w/1.ics" in [kept.path for kept in clean], "the others are read anew"
    assert len(clean) + len(quarantined) == 2

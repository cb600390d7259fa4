"""Two desks, or a desk and a phone, take the same time of a member while neither can know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine

from lcdesk.model.commands.accounts import set_blocking
from lcdesk.model.commands.appointments import move
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import release
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.replication.taken_twice import flag_taken_twice
from lcdesk.model.store.remote.index import index_ahead
from tests.command_line import CommandLine
from tests.desk import Desk, event, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_attention import matters

TEN = "20261124T090000Z", "20261124T100000Z"  # 10:00 to 11:00 in Berlin


@pytest.fixture
def second(connected: Connected, tmp_path: Path) -> Iterator[Desk]:
    """Another computer of the same business, with the same account."""
    (tmp_path / "second").mkdir()
    made = Desk(tmp_path / "second", lines=connected.desk.lines)
    ana = made.staff("Ana")
    made.calendar(CalendarKind.ROUND_ROBIN, ana)
    made.account(connected.server, ana)
    made.give_role(connected.work, Role.PRIMARY)
    made.give_role(connected.family, Role.CONFLICT)
    assert made.sync().ok
    yield made
    made.close()


def settle(desk: Desk, matter: AttentionItem, choice: Choice = Choice.KEEP_BOTH) -> None:
    with desk.database.write() as tx:
        carry_out_choice(tx, matter, choice, now=desk.now)


def put(connected: Connected, text: str, name: str = "gym") -> None:
    connected.server.put(f"{connected.family}{name}.ics", text)
    connected.desk.sync()


@EACH_SERVER
def test_two_desks_that_booked_the_same_time_are_both_told(
    connected: Connected, second: Desk
) -> None:
    first = connected.desk
    first.book(connected.consultation, november(24, 10))
    second.book(
        connected.consultation, november(24, 10), Contact(0, "Dora Lee", "dora@example.org")
    )
    first.sync()
    second.sync()
    first.sync()
    for desk, other in ((first, "Dora Lee"), (second, "Cleo Park")):
        (matter,) = matters(desk)
        assert (matter.kind, matter.subject) == (Kind.TAKEN_TWICE, "a1")
        assert matter.message.startswith("Ana, Tuesday 24 November 10:00. Another event takes the")
        assert matter.message.endswith(f": {other} 10:00\N{EN DASH}10:30.")


def test_an_event_of_the_phone_at_the_time_of_an_appointment_waits(connected: Connected) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN, summary="Gym"))
    (matter,) = matters(connected.desk)
    assert matter.choices == (Choice.KEEP_BOTH,)
    assert "Gym 10:00\N{EN DASH}11:00" in matter.message
    assert connected.desk.entry("a1").flagged.startswith("Another event takes the same time")


@pytest.mark.parametrize(
    "text",
    [
        event("free", *TEN, "TRANSP:TRANSPARENT"),
        event("off", *TEN, "STATUS:CANCELLED"),
        event("no", *TEN, "ORGANIZER:mailto:b@x.example",
              "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org"),
        event("after", "20261124T093000Z", "20261124T103000Z"),
    ],
    ids=["free", "cancelled", "declined", "touching"],
)  # fmt: skip
def test_what_takes_none_of_its_time_is_not_told(connected: Connected, text: str) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, text)
    assert matters(connected.desk) == ()


def test_what_was_booked_anyway_is_not_told_even_when_read_again(connected: Connected) -> None:
    desk = connected.desk
    put(connected, event("gym", *TEN, summary="Gym"))
    desk.book(connected.consultation, november(24, 10), insist=True)
    put(connected, event("gym", *TEN, "LOCATION:Hall", summary="Gym"))
    desk.sync(full=True)
    assert matters(desk) == ()


def test_an_event_that_moves_away_is_told_no_longer(connected: Connected) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN))
    put(connected, event("gym", "20261124T110000Z", "20261124T120000Z"))
    assert matters(connected.desk) == ()
    assert connected.desk.entry("a1").flagged == ""


def test_an_event_that_is_moved_onto_an_appointment_is_told(connected: Connected) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", "20261124T110000Z", "20261124T120000Z"))
    assert matters(connected.desk) == ()
    put(connected, event("gym", *TEN))
    assert len(matters(connected.desk)) == 1


def test_a_deleted_event_is_told_until_its_time_is_released(connected: Connected) -> None:
    desk = connected.desk
    desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN))
    connected.server.delete(f"{connected.family}gym.ics")
    desk.sync()
    (number,) = {entry.number for entry in desk.agenda() if entry.id.startswith("e")}
    with desk.database.write() as tx:
        release(tx, number)
    assert matters(desk) == ()


def test_an_appointment_that_is_moved_or_cancelled_is_told_no_longer(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN))
    with desk.database.write() as tx:
        move(tx, made.id, start=november(24, 15), now=desk.now)
    assert matters(desk) == ()


def test_a_calendar_that_is_used_no_longer_takes_its_time_along(connected: Connected) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN))
    connected.desk.give_role(connected.family, Role.NONE)
    assert matters(connected.desk) == ()


def test_tentative_events_count_as_the_calendar_says(connected: Connected) -> None:
    desk = connected.desk
    desk.book(connected.consultation, november(24, 10))
    put(connected, event("maybe", *TEN, "STATUS:TENTATIVE"))
    (matter,) = matters(desk)
    assert matter.kind is Kind.TAKEN_TWICE
    family = desk.give_role(connected.family, Role.CONFLICT)
    with desk.database.write() as tx:
        set_blocking(tx, family.id, tentative=False)
    assert matters(desk) == ()


def test_kept_both_is_not_asked_again_until_another_event_comes(connected: Connected) -> None:
    desk = connected.desk
    desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN, summary="Gym"))
    settle(desk, matters(desk)[0])
    put(connected, event("gym", *TEN, "LOCATION:Hall", summary="Gym"))
    assert matters(desk) == ()
    put(connected, event("call", *TEN, summary="Call"), name="call")
    (matter,) = matters(desk)
    assert "Call" in matter.message
    assert "Gym" not in matter.message


def test_hidden_details_stay_hidden(connected: Connected) -> None:
    desk = connected.desk
    with desk.database.write() as tx:
        save_staff(tx, replace(connected.ana, hide_details=True))
    desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN, summary="Gym"))
    (matter,) = matters(desk)
    assert matter.message.endswith("Another event takes the same time.")


def test_an_event_of_ours_that_was_moved_to_another_calendar_is_no_second_one(
    connected: Connected,
) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    text = server.get(desk.href(made)) or ""
    server.delete(desk.href(made))
    server.put(f"{connected.family}along.ics", text)
    desk.sync()
    desk.sync()
    assert [matter.kind for matter in matters(desk)] == [Kind.DELETED]


def test_a_date_of_a_series_that_is_drawn_later_is_told(connected: Connected) -> None:
    desk = connected.desk
    far = november(24, 10).replace(year=2027, month=3, day=2)
    desk.book(connected.consultation, far)
    weekly = event("gym", *TEN, "RRULE:FREQ=WEEKLY", summary="Gym")
    put(connected, weekly)
    assert matters(desk) == ()

    while index_ahead(
        desk.database,
        desk.now,
        look_at=lambda tx, _, series: flag_taken_twice(
            tx, connected.ana.id, [series], now=desk.now
        ),
    ):
        pass
    (matter,) = matters(desk)
    assert "2 March 10:00" in matter.message


def test_the_command_line_lists_it_and_takes_the_choice(
    connected: Connected, capsys: pytest.CaptureFixture[str]
) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    put(connected, event("gym", *TEN, summary="Gym"))
    run = CommandLine(connected.desk.folder, capsys)
    with time_machine.travel(connected.desk.now, tick=False):
        (matter,) = run.json("attention")
        assert (matter["key"], matter["kind"]) == ("taken-twice-a1", "broken_rule")
        run.json("attention", "resolve", matter["key"], "keep-both")
        assert run.json("attention") == []

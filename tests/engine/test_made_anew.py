"""A calendar is deleted and made anew at its place, and its old token is still taken (DAViCal)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.sync.reports import PassReport
from tests.desk import event
from tests.engine.conftest import REAL_SERVERS, Connected
from tests.engine.practice import Practice, practice
from tests.fakes.faults import Fault
from tests.fakes.icloud.calendars import Collection

__all__ = ["practice"]

SIGNS = [{"number": "2"}, {"made": "2026-11-24T00:00:00Z"}, {"mark": "2"}]


def matters(practice: Practice) -> tuple[AttentionItem, ...]:
    with practice.desk.database.read() as reader:
        return list_waiting(reader, practice.desk.now)


def family(practice: Practice) -> Collection:
    return practice.icloud.home.collections[practice.icloud.family]


def with_two_events(practice: Practice, sign: dict[str, str]) -> None:
    """Family holds two events that were read, and tells of itself what `sign` changes later."""
    (name,) = sign
    setattr(family(practice), name, "1")
    practice.put("one", day=24)
    practice.put("two", day=25)
    practice.good_pass()
    practice.good_pass()


def calm(practice: Practice) -> int:
    """The requests of a pass in which nothing happens."""
    return practice.good_pass().requests


@pytest.mark.parametrize("sign", SIGNS)
def test_what_was_in_the_one_before_stayed_for_a_day(
    practice: Practice, sign: dict[str, str]
) -> None:
    with_two_events(practice, sign)
    family(practice).make_anew(**sign)
    practice.desk.sync()
    (matter,) = matters(practice)
    assert matter.kind is Kind.MASS_REMOVAL  # nothing goes without a word
    with practice.desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.RELEASE, now=practice.desk.now)
    practice.good_pass()
    assert [item.kind for item in matters(practice)] == [Kind.DELETED, Kind.DELETED]
    assert calm(practice) == 2


@pytest.mark.parametrize("sign", SIGNS[:2])
def test_it_is_noticed_where_only_new_events_are_told_of(
    practice: Practice, sign: dict[str, str]
) -> None:
    with_two_events(practice, sign)
    family(practice).make_anew(**sign)
    practice.put("three", day=26, summary="New")
    practice.put("two", day=25)
    practice.good_pass()
    (matter,) = matters(practice)
    assert matter.kind is Kind.DELETED
    assert sorted(practice.titles()) == ["Dentist", "Dentist", "New"]
    assert calm(practice) == 2


def test_a_server_that_calls_every_change_the_making_is_not_believed_twice(
    practice: Practice,
) -> None:
    with_two_events(practice, {"made": ""})
    listings = practice.icloud.faults.add(Fault("REPORT", body=b"<sync-token></sync-token>"))
    listings.skip = 999  # it only counts
    for number in range(3):
        family(practice).made = f"2026-11-2{number}T00:00:00Z"
        practice.put("one", day=20 + number)
        practice.good_pass()
    assert listings.hits == 1


def test_a_calendar_with_another_name_is_listed_once(practice: Practice) -> None:
    with_two_events(practice, {"mark": ""})
    family(practice).mark = "renamed"
    practice.good_pass()
    assert calm(practice) == 2
    assert matters(practice) == ()


@REAL_SERVERS
def test_a_real_calendar_that_is_made_anew(connected: Connected) -> None:
    desk, path = connected.desk, connected.family
    texts = {
        f"{number}.ics": event(str(number), f"202611{number}T090000Z", f"202611{number}T100000Z")
        for number in (24, 25, 26)
    }
    for name, text in texts.items():
        connected.server.put(path + name, text)
    assert desk.sync().ok
    calm_costs = requests(desk.sync)
    connected.server.ask("DELETE", path)
    connected.server.make_calendar(path.rstrip("/").rpartition("/")[2])
    connected.server.put(f"{path}24.ics", texts["24.ics"])
    desk.sync()
    busy = [entry.span.start.day for entry in desk.agenda() if entry.busy]
    assert busy == [24, 25, 26]  # those that are marked still take their time
    with desk.database.read() as reader:
        kinds = [item.kind for item in list_waiting(reader, desk.now)]
    assert kinds in ([Kind.DELETED, Kind.DELETED], [Kind.MASS_REMOVAL])
    requests(desk.sync)  # Xandikos numbers a calendar when it is asked, which changes it
    assert requests(desk.sync) == calm_costs == 2


def requests(sync: Callable[[], PassReport]) -> int:
    report = sync()
    assert report.ok
    return report.requests

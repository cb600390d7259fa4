"""What iCloud's listings and texts may lack, and what must come of it here: nothing lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.events import SyncState
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.icloud import Listed, OldToken
from tests.fakes.loopback import Reply

LISTING = b"sync-collection"
TEXTS = b"calendar-multiget"


def fill(practice: Practice, count: int) -> list[str]:
    """Events that have been read."""
    paths = [practice.put(f"e{number}@example.org", 17 + number % 10) for number in range(count)]
    practice.good_pass()
    assert len(practice.titles()) == count
    return paths


def signs(practice: Practice) -> set[SyncState]:
    """How the entries are marked."""
    return {entry.sync for entry in practice.desk.agenda()}


def texts_asked(practice: Practice) -> int:
    """How many texts were asked for so far."""
    return sum(
        heard.seen.body.count(b"<href>") for heard in practice.icloud.log.asked("REPORT", TEXTS)
    ) + len(practice.icloud.log.asked("GET"))


@pytest.mark.parametrize("old", OldToken)
def test_a_forgotten_token_costs_a_listing_and_no_texts(practice: Practice, old: OldToken) -> None:
    paths = fill(practice, 12)
    practice.icloud.quirks.old_token = old
    practice.icloud.home.forget_tokens()
    before = texts_asked(practice)
    practice.put("new", 28)
    practice.icloud.home.drop(paths[0])
    report = practice.good_pass()
    assert texts_asked(practice) <= before + 2, "the new one, and whether the old one is gone"
    assert report.pulled.added == 1
    assert len(practice.titles()) == 13
    if old is not OldToken.EVERYTHING:  # which does not say what is gone
        assert report.pulled.removed == 1


@pytest.mark.parametrize("listed", [Listed.NOTHING, Listed.HALF])
@pytest.mark.parametrize("count", [1, 3, 40])
def test_a_listing_that_lacks_events_removes_none_that_are_there(
    practice: Practice, listed: Listed, count: int
) -> None:
    fill(practice, count)
    practice.icloud.home.forget_tokens()
    practice.put("new", 28)
    practice.icloud.quirks.listed = listed
    practice.desk.sync()
    assert len(practice.titles()) >= count
    assert SyncState.GONE not in signs(practice)
    practice.icloud.quirks.listed = Listed.WHOLE
    practice.desk.now += timedelta(minutes=5)
    practice.good_pass()
    assert len(practice.titles()) == count + 1
    assert signs(practice) == {SyncState.SYNCED}


@pytest.mark.parametrize("body", [LISTING, TEXTS])
@pytest.mark.parametrize("way", ["ends", "breaks"])
def test_an_answer_cut_in_the_middle_changes_nothing_for_long(
    practice: Practice, body: bytes, way: str
) -> None:
    fill(practice, 10)
    practice.icloud.home.forget_tokens()
    for number in range(5):
        practice.put(f"new{number}", 28)
    fault = Fault("REPORT", body=body, kept=900) if way == "ends" else Fault("REPORT", sent=900)
    practice.icloud.faults.add(fault)
    practice.desk.sync()
    assert len(practice.titles()) in {10, 15}
    assert signs(practice) == {SyncState.SYNCED}
    practice.good_pass()
    assert len(practice.titles()) == 15


def test_a_phantom_404_in_multiget_is_looked_at_twice(practice: Practice) -> None:
    path = practice.put("one@example.org")
    practice.icloud.quirks.phantoms.add(path)
    practice.good_pass()
    assert practice.titles() == ["Dentist"]
    practice.icloud.home.touch(path)
    practice.good_pass()
    assert signs(practice) == {SyncState.SYNCED}


@pytest.mark.parametrize("kind", ["nameless", "skipped"])
def test_every_text_that_was_asked_for_arrives(practice: Practice, kind: str) -> None:
    for number in range(60):
        path = practice.put(f"e{number}", 17 + number % 10)
        if number % 7 == 0:
            getattr(practice.icloud.quirks, kind).add(path)
    assert practice.good_pass().pulled.added == 60
    assert len(practice.titles()) == 60


def test_a_listed_event_that_is_nowhere_is_asked_for_again(practice: Practice) -> None:
    path = practice.put("one")
    practice.icloud.quirks.phantoms.add(path)
    practice.icloud.faults.add(Fault("GET", times=1, instead=Reply(404)))
    practice.good_pass()
    assert practice.titles() == []
    practice.icloud.quirks.phantoms.clear()
    practice.good_pass()
    assert practice.titles() == ["Dentist"]


def test_a_new_event_that_shows_late_is_not_lost(practice: Practice) -> None:
    fill(practice, 3)
    practice.icloud.home.delay = timedelta(seconds=10)
    practice.put("late", 28)
    assert practice.good_pass().pulled.added == 0
    practice.desk.now += timedelta(seconds=11)
    assert practice.good_pass().pulled.added == 1


def test_an_own_event_that_shows_late_is_not_gone(practice: Practice) -> None:
    practice.icloud.home.delay = timedelta(seconds=10)
    appointment = practice.book()
    practice.icloud.home.forget_tokens()
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    practice.desk.now += timedelta(seconds=11)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.titles()) == 1


def test_a_new_etag_without_a_change_is_no_change(practice: Practice) -> None:
    appointment = practice.book()
    path = practice.put("one")
    practice.good_pass()
    before = practice.desk.agenda()
    practice.icloud.home.touch(path)
    practice.icloud.home.touch(practice.desk.href(appointment))
    practice.good_pass()
    assert practice.desk.agenda() == before
    assert practice.good_pass().pushed.updated == 0


def test_an_event_moved_to_another_calendar_there_is_drawn_once(practice: Practice) -> None:
    path = practice.put("one@example.org")
    practice.good_pass()
    practice.icloud.home.drop(path)
    practice.put("one@example.org", calendar=practice.icloud.work)
    practice.good_pass()
    practice.good_pass()
    assert practice.titles() == ["Dentist"]
    assert signs(practice) == {SyncState.SYNCED}


def test_markup_in_calendar_text_arrives_as_it_stands(practice: Practice) -> None:
    practice.put("one", summary="Tom &amp; <b>Ana</b> ]]> end")
    practice.good_pass()
    assert practice.titles() == ["Tom &amp; <b>Ana</b> ]]> end"]


def test_a_subscribed_calendar_is_never_read_as_free(practice: Practice) -> None:
    practice.icloud.add_odd_collections()
    practice.desk.now += timedelta(hours=36)
    practice.good_pass()
    asked = [heard.path for heard in practice.icloud.log.heard]
    assert f"{practice.icloud.home.path}feed/" not in asked


def test_what_a_forgotten_token_hid_is_found_within_a_day(practice: Practice) -> None:
    paths = fill(practice, 12)
    practice.icloud.quirks.old_token = OldToken.EVERYTHING
    practice.icloud.home.forget_tokens()
    practice.icloud.home.drop(paths[0])
    practice.good_pass()
    practice.desk.now += timedelta(hours=25)
    practice.good_pass()
    assert SyncState.GONE in signs(practice)


def test_a_change_that_a_delta_left_out_is_found_within_a_day(practice: Practice) -> None:
    fill(practice, 3)
    path = practice.put("late", 28)
    practice.icloud.quirks.unlisted.add(path)
    practice.good_pass()
    practice.icloud.quirks.unlisted.clear()
    practice.desk.now += timedelta(hours=25)
    practice.good_pass()
    assert len(practice.titles()) == 4

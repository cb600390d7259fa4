"""Three-way merges: disjoint changes joined, the same property asked about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.codec import EventDraft, read_event, write_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.ical.fingerprint import fingerprint
from lcdesk.model.ical.merge import Clash, Merged, merge
from tests.unit.model.ical.texts import BERLIN, NOW, stretch, vcalendar

SPAN = stretch("2026-03-20", 1)
BASE = write_event(EventDraft("a", SPAN, "Europe/Berlin", "Title", "Notes", "Place"), now=NOW)
MOVED = SPAN.widen(timedelta(hours=-1), timedelta(hours=2))
LATER = NOW + timedelta(hours=1)


def change(text: str, **changes: object) -> str:
    return edit_event(text, changes=EventChanges(**changes), now=LATER, zone=BERLIN)  # type: ignore[arg-type]  # names and types as in EventChanges


def joined(mine: str, theirs: str) -> str:
    result = merge(BASE, mine, theirs)
    assert isinstance(result, Merged)
    return result.text


def test_disjoint_changes_are_joined() -> None:
    mine = change(BASE, span=MOVED, title="Mine", op_id="op")
    theirs = change(BASE, notes="Theirs", location="Theirs").replace(
        "UID:a", 'UID:a\r\nX-UNKNOWN;A="b":kept\r\nTRANSP:TRANSPARENT'
    )
    text = joined(mine, theirs)
    values = read_event(text, BERLIN)
    assert (values.title, values.notes, values.location) == ("Mine", "Theirs", "Theirs")
    assert (values.span, values.op_id) == (MOVED, "op")
    assert 'X-UNKNOWN;A="b":kept\r\nTRANSP:TRANSPARENT\r\n' in text
    assert "SEQUENCE:2" in text
    assert "DTSTAMP:20260301T130000Z" in text


def test_only_one_side_changed() -> None:
    mine = change(BASE, title="Mine")
    assert joined(BASE, mine) == mine
    assert fingerprint(joined(mine, BASE)) == fingerprint(mine)
    assert joined(BASE, BASE) == BASE


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        ({"title": "m"}, {"title": "t"}, ("title",)),
        ({"title": "m", "notes": "same"}, {"title": "t", "notes": "same"}, ("title",)),
        ({"title": "m", "notes": ""}, {"title": "t", "notes": "t"}, ("title", "notes")),
        ({"span": MOVED}, {"span": stretch("2026-03-21", 1)}, ("times",)),
        ({"location": "m", "title": "m"}, {"location": "t"}, ("location",)),
    ],
)
def test_the_same_property_is_a_clash(
    mine: dict[str, object], theirs: dict[str, object], clash: tuple[str, ...]
) -> None:
    assert merge(BASE, change(BASE, **mine), change(BASE, **theirs)) == Clash(clash)


def test_equal_changes_are_no_conflict() -> None:
    mine = change(BASE, title="Same", span=MOVED)
    theirs = change(BASE, title="Same", span=MOVED).replace("SEQUENCE:1", "SEQUENCE:9")
    assert joined(mine, theirs) == theirs


def test_the_same_times_written_differently_are_equal() -> None:
    theirs = change(BASE, notes="Theirs")
    for end in ("TZID=Europe/Berlin:20260320T010000", "TZID=Europe/Berlin:20260321T010000"):
        theirs = theirs.replace(f"DTEND;{end}", "DURATION:PT24H")
    mine = change(BASE, title="Mine")
    assert "DURATION:PT24H" in joined(mine, theirs)


def test_start_and_end_are_one_property() -> None:
    longer = change(BASE, span=SPAN.widen(timedelta(), timedelta(hours=1)))
    earlier = change(BASE, span=SPAN.widen(timedelta(hours=1), timedelta()))
    assert merge(BASE, longer, earlier) == Clash(("times",))


def test_a_cancellation_is_a_change_and_confirmed_is_the_default() -> None:
    cancelled = BASE.replace("UID:a", "UID:a\r\nSTATUS:CANCELLED")
    confirmed = BASE.replace("UID:a", "UID:a\r\nSTATUS:CONFIRMED")
    tentative = BASE.replace("UID:a", "UID:a\r\nSTATUS:TENTATIVE")
    assert "STATUS:CANCELLED" in joined(change(BASE, title="Mine"), cancelled)
    assert joined(confirmed, cancelled) == cancelled
    assert merge(BASE, tentative, cancelled) == Clash(("status",))


def test_my_times_bring_their_zones_rules() -> None:
    theirs = vcalendar(["UID:a", "DTSTART:20260320T000000Z", "DTEND:20260321T000000Z"])
    text = joined(change(BASE, span=MOVED), theirs.replace("UID:a", "UID:a\r\nSUMMARY:Title"))
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert read_event(text, BERLIN).span == MOVED


def test_what_cannot_be_merged_is_refused() -> None:
    with pytest.raises(UnreadableEvent):
        merge(BASE, BASE, "gone")
    two = vcalendar(["DTSTART:20260706T120000Z"], ["UID:two", "DTSTART:20260706T120000Z"])
    with pytest.raises(UnreadableEvent, match="several events"):
        merge(BASE, change(BASE, title="x"), two)


def test_repeating_is_part_of_the_times() -> None:
    theirs = BASE.replace("UID:a", "UID:a\r\nRRULE:FREQ=DAILY")
    assert merge(BASE, change(BASE, span=MOVED), theirs) == Clash(("times",))
    assert "RRULE:FREQ=DAILY" in joined(change(BASE, title="Mine"), theirs)

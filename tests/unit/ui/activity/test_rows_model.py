"""Rows of Activity in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.domain.journal import Deed, Entry, Item, JournalKind
from lcdesk.model.domain.words import place_of_host
from lcdesk.model.domain.zones import zone
from lcdesk.ui.activity.rows_model import ActivityRow, ActivityWords, Tone
from lcdesk.ui.look.locale import LocaleFormat

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # Monday, 08:00 in Berlin
TEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # Tuesday, 10:00 in Berlin
SERVER = place_of_host("dav.example.org")  # where account 2 is kept
WORDS = ActivityWords(
    LocaleFormat(QLocale("en_GB")), zone("Europe/Berlin"), {1: "Ana"}, {2: SERVER}
)
PLACE = {"calendar": "Family", "account": "ana@icloud.example"}


def row(kind: JournalKind, *items: Item, undone: bool = False, **more: object) -> ActivityRow:
    facts = {**PLACE, **more.pop("facts", {})}  # type: ignore[dict-item]  # a dict of facts
    counts, account = more.pop("counts", {}), more.pop("account", 1)
    undone_at = NOW if undone else None
    entry = Entry(
        7, NOW, kind, account, 1, 1, "", counts, items, facts, undone_at=undone_at, **more  # type: ignore[arg-type]  # any field
    )  # fmt: skip
    return WORDS.row(entry)


def item(title: str, deed: Deed = Deed.ADDED, subject: str = "e1") -> Item:
    return Item(deed, title, TEN, subject)


def values(**changed: object) -> dict[str, object]:
    start = int(TEN.timestamp())
    usual = {"title": "Cleo", "notes": "", "location": "", "flagged": ""}
    return {**usual, "start": start, "end": start + 1800, **changed}


@pytest.mark.parametrize(
    ("deed", "kind", "title"),
    [
        (Deed.ADDED, JournalKind.EVENTS, "New in iCloud: Dentist"),
        (Deed.CHANGED, JournalKind.EVENTS, "Changed in iCloud: Dentist"),
        (Deed.MARKED, JournalKind.EVENTS, "Deleted in iCloud: Dentist"),
        (Deed.MOVED_AWAY, JournalKind.EVENTS, "Moved to another calendar: Dentist"),
        (Deed.RELEASED, JournalKind.RELEASED, "Released: Dentist"),
        (Deed.CREATED, JournalKind.SENT, "Written to iCloud: Dentist"),
        (Deed.UPDATED, JournalKind.SENT, "Updated in iCloud: Dentist"),
        (Deed.REMOVED, JournalKind.SENT, "Removed from iCloud: Dentist"),
        (Deed.UNREADABLE, JournalKind.UNREADABLE, "Could not be read: Dentist"),
    ],
)
def test_one_thing_is_told_by_name(deed: Deed, kind: JournalKind, title: str) -> None:
    told = row(kind, item("Dentist", deed), counts={deed: 1})
    assert told.title == title
    assert told.detail.endswith("Family · Ana")


def test_another_server_is_called_by_its_name() -> None:
    """Every server was called iCloud."""
    one = row(JournalKind.EVENTS, item("Dentist"), counts={Deed.ADDED: 1}, account=2)
    assert one.title == "New on dav.example.org: Dentist"
    many = row(JournalKind.SENT, counts={Deed.CREATED: 2}, account=2)
    assert many.title == "Sent to dav.example.org: 2 created"
    facts = {"why": Kind.DELETED, "choice": Choice.RESTORE}
    settled = row(JournalKind.SETTLED, item("Cleo"), facts=facts, account=2)
    assert "Deleted on dav.example.org → Restore on the server" in settled.detail


def test_many_things_are_counted_and_the_first_are_named() -> None:
    some = tuple(item(f"Event {number}") for number in range(6))
    told = row(JournalKind.EVENTS, *some, counts={Deed.ADDED: 8, Deed.CHANGED: 1})
    assert told.title == "Events in iCloud: 8 new, 1 changed"
    assert told.detail == "Event 0, Event 1, Event 2, Event 3, 5 more · Family · Ana"
    assert len(told.links) == 6


def test_what_is_called_the_same_is_named_once() -> None:
    """Six public holidays read "Public holiday, Public holiday, Public holiday, …"."""
    some = [item("Public holiday")] * 5 + [item("Fair"), item("Public holiday")]
    told = row(JournalKind.EVENTS, *some, counts={Deed.ADDED: 7})
    assert told.detail == "Public holiday ×6, Fair · Family · Ana"
    told = row(JournalKind.EVENTS, *some, counts={Deed.ADDED: 10})
    assert told.detail == "Public holiday ×6, Fair, 3 more · Family · Ana"


def test_a_first_and_a_full_reading() -> None:
    first = row(JournalKind.EVENTS, counts={Deed.ADDED: 1_204}, facts={"first": True})
    assert first.title == "Read for the first time: 1,204 events"
    empty = row(JournalKind.EVENTS, facts={"first": True})
    assert empty.title == "Read for the first time: 0 events"
    assert row(JournalKind.EVENTS, facts={"full": True}).title == (
        "Read in full: nothing was different"
    )


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"start": 4 * 3600}, "Tuesday 24 November, 10:00 → 14:00"),
        ({"start": 24 * 3600}, "Tuesday 24 November, 10:00 → Wednesday 25 November, 10:00"),
        ({"end": 3600}, "Ends 10:30 → 11:30"),
        ({"title": "Dana"}, "“Cleo” → “Dana”"),
        ({"location": "Room 2"}, "At none → Room 2"),
        ({"notes": "Secret"}, "Notes changed"),
        ({"flagged": "Moved in iCloud: closed"}, "Breaks a booking rule"),
    ],
)
def test_what_icloud_changed_is_told_from_what_to_what(
    changed: dict[str, object], detail: str
) -> None:
    before = values()
    after = {**before}
    for name, value in changed.items():
        moves = name in ("start", "end")
        after[name] = before[name] + value if moves else value  # type: ignore[operator]  # seconds
        if name == "start":
            after["end"] = before["end"] + value  # type: ignore[operator]  # seconds
    told = row(
        JournalKind.FOLLOWED,
        item("Cleo", Deed.CHANGED, "a1"),
        facts={"before": before, "after": after},
        step=1,
    )
    assert (told.title, told.can_be_undone) == ("Changed in iCloud: Cleo", True)
    assert told.detail == f"{detail} · Family · Ana"


@pytest.mark.parametrize(
    ("changed_here", "title", "detail"),
    [
        (["times"], "Changed in both places: Cleo", "Both times are held until somebody chooses"),
        (
            ["status"],
            "Cancelled here, changed in iCloud: Cleo",
            "Its time in iCloud is held until somebody chooses",
        ),
    ],
)
def test_a_clash_says_what_it_is_between(changed_here: list[str], title: str, detail: str) -> None:
    told = row(JournalKind.CLASHED, item("Cleo"), facts={"properties": changed_here})
    assert (told.title, told.detail.partition(" · ")[0]) == (title, detail)


def test_a_change_that_was_not_sent_is_told_without_saying_who_refused() -> None:
    told = row(JournalKind.REFUSED, item("Cleo"), account=2)
    assert told.title == "Not sent to dav.example.org: Cleo"


def test_a_new_primary_calendar_says_how_many_appointments_move() -> None:
    facts = {"role": "primary", "was": "none", "before": "Work"}
    told = row(JournalKind.ROLE, counts={"moved": 3}, facts=facts)
    assert told.title == "Primary calendar: Family"
    assert told.detail == "Before: Work · 3 appointments move along · Ana"


def test_trouble_is_told_by_its_kind_and_without_codes() -> None:
    told = row(JournalKind.TROUBLE, facts={"code": "SIGN_IN_REFUSED"})
    assert (told.title, told.tone) == (
        "The password of ana@icloud.example was refused",
        Tone.URGENT,
    )
    other = row(JournalKind.TROUBLE, facts={"code": "BAD_ANSWER"})
    assert other.title == "ana@icloud.example could not be read"
    assert row(JournalKind.TROUBLE_OVER).title == "ana@icloud.example is in step again"


def test_a_decision_says_what_was_chosen() -> None:
    facts = {"why": "deleted_in_icloud", "choice": "keep"}
    told = row(JournalKind.SETTLED, item("Cleo", Deed.CHANGED, "a1"), facts=facts)
    assert told.title == "Decided: Cleo"
    assert told.detail.startswith("Deleted in iCloud → Keep here only")


def test_an_undo_says_what_it_took_back() -> None:
    released = item("Dentist", Deed.RELEASED)
    told = row(JournalKind.UNDONE, released, counts={Deed.RELEASED: 1}, facts={"of": "released"})
    assert told.title == "Undone: Released: Dentist"


def test_what_has_been_undone_says_so_and_offers_nothing() -> None:
    told = row(JournalKind.RELEASED, counts={Deed.RELEASED: 2}, step=1, undone=True)
    assert (told.title, told.can_be_undone, told.is_undone) == (
        "Released: 2 blocked slots",
        False,
        True,
    )
    assert told.text.endswith("Undone")


def test_every_kind_has_words_and_a_sign() -> None:
    facts = {
        "before": values(),
        "after": values(title="Dana"),
        "role": "conflict",
        "was": "none",
        "why": "conflict",
        "choice": "keep-both",
        "of": "events",
        "records": [["staff", ["hours"]]],
    } | {"before": values()}
    for kind in JournalKind:
        given = facts | ({"before": "Work"} if kind is JournalKind.ROLE else {})
        deed = Deed.EDITED if kind is JournalKind.HERE else Deed.ADDED
        told = row(kind, item("Dentist", deed), facts=given)
        assert told.title
        assert "{" not in told.title + told.detail


def test_a_search_finds_names_that_are_only_counted_and_the_account() -> None:
    some = tuple(item(f"Event {number}") for number in range(12))
    told = row(JournalKind.EVENTS, *some, counts={Deed.ADDED: 12})
    assert "event 11" not in told.detail.casefold()
    assert "event 11" in told.found_by
    assert "ana@icloud.example" in told.found_by


def test_what_is_done_here_is_told_by_name() -> None:
    told = row(JournalKind.HERE, item("Anna Smith", Deed.BOOKED, "a1"), facts={"calendar": "Hair"})
    assert told.title == "Booked: Anna Smith"
    assert told.detail.endswith("Hair · Ana")
    assert row(JournalKind.HERE, item("", Deed.BLOCKED, "b1")).title == "Time blocked"

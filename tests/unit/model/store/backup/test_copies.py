"""Copies are whole or are none, only their owner reads them, and the right ones are kept."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.domain.errors import StoreDamaged, StoreError, StoreTrouble
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.backup.copies import (
    copies,
    holdings,
    is_due,
    is_whole,
    make_copy,
    newest_whole_copy,
    to_keep,
)
from lcdesk.threads import AbandonedError
from tests.desk import NOW
from tests.full_disk import full_disk
from tests.salon import Salon, at

BERLIN = ZoneInfo("Europe/Berlin")


def store_of(salon: Salon) -> Path:
    return salon.folder / "lcdesk.sqlite3"


def garble(file: Path) -> None:
    """A page of garbage in the middle."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    file.write_bytes(content)


def named(*stamps: datetime) -> list[Copy]:
    return [Copy(Path(f"{stamp:%d%H%M}"), stamp, CopyKind.DATED) for stamp in stamps]


def test_a_copy_holds_everything_and_is_its_owner_s_only(salon: Salon) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    salon.book(hall, at(1, 10), Contact(0, "Mia", "mia@example.org"))
    made = make_copy(store_of(salon), NOW)
    assert holdings(made) == Holdings(staff=2, calendars=1, appointments=1, contacts=1)
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.file.parent.stat().st_mode) == 0o700
    assert [copy.file for copy in copies(store_of(salon))] == [made.file]
    assert sorted(file.name for file in made.file.parent.iterdir()) == [made.name]


def test_a_copy_is_made_while_somebody_writes(salon: Salon) -> None:
    with salon.database.write() as tx:
        tx.leave_out_of_undo()
        assert is_whole(make_copy(store_of(salon), NOW).file)


def test_what_an_interrupted_copy_left_is_replaced(salon: Salon) -> None:
    folder = store_of(salon).parent / "copies"
    folder.mkdir()
    (folder / "copy.part").write_bytes(b"half")
    assert is_whole(make_copy(store_of(salon), NOW).file)
    assert not (folder / "copy.part").exists()


def test_a_full_disk_leaves_the_older_copies(salon: Salon) -> None:
    first = make_copy(store_of(salon), NOW)
    with full_disk(), pytest.raises(StoreTrouble, match="no space left"):
        make_copy(store_of(salon), NOW + timedelta(days=1))
    assert [copy.file for copy in copies(store_of(salon))] == [first.file]
    assert len(list(first.file.parent.iterdir())) == 1, "no half copy stays"


def test_a_copy_that_is_not_wanted_any_more_ends(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lcdesk.model.store.backup.copies._STEPS", 1)
    with pytest.raises(AbandonedError):
        make_copy(store_of(salon), NOW, is_over=lambda: True)
    assert copies(store_of(salon)) == []


def test_a_garbled_store_is_not_copied(salon: Salon) -> None:
    good = make_copy(store_of(salon), NOW)
    salon.close()
    garble(store_of(salon))
    with pytest.raises(StoreDamaged):
        make_copy(store_of(salon), NOW + timedelta(days=1))
    assert [copy.file for copy in copies(store_of(salon))] == [good.file]


def test_without_a_store_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no data file"):
        make_copy(tmp_path / "lcdesk.sqlite3", NOW)
    assert not (tmp_path / "lcdesk.sqlite3").exists()


def test_the_newest_copy_is_passed_over_when_it_is_damaged(salon: Salon) -> None:
    good = make_copy(store_of(salon), NOW)
    bad = make_copy(store_of(salon), NOW + timedelta(days=1))
    bad.file.write_bytes(bad.file.read_bytes()[:5000])
    assert newest_whole_copy(store_of(salon)) == good


def test_copies_before_updates_are_listed_too(salon: Salon) -> None:
    store = store_of(salon)
    with closing(sqlite3.connect(store)) as connection:
        copy = store.parent / "lcdesk-0026-20261101-080000.sqlite3"
        connection.execute("VACUUM INTO ?", (str(copy),))
    (found,) = copies(store)
    assert (found.kind, found.made_at) == (
        CopyKind.BEFORE_UPDATE,
        datetime(2026, 11, 1, 8, tzinfo=UTC),
    )


def test_a_copy_is_due_once_on_each_day_of_this_computer(salon: Salon) -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
    assert is_due(store_of(salon), late, BERLIN)
    make_copy(store_of(salon), late, here=BERLIN)
    assert not is_due(store_of(salon), late + timedelta(minutes=20), BERLIN)
    assert is_due(store_of(salon), late + timedelta(minutes=40), BERLIN)


def test_seven_days_and_four_weeks_are_kept() -> None:
    # Through the change of clocks on 25 October: days are those of the wall clock.
    days = [datetime(2026, 10, 1, 12, tzinfo=BERLIN) + timedelta(days=at) for at in range(40)]
    now = days[-1]
    kept = sorted(copy.made_at.astimezone(BERLIN) for copy in to_keep(named(*days), now, BERLIN))
    assert [f"{one:%d.%m}" for one in kept] == [
        "18.10", "25.10", "01.11", "02.11", "03.11", "04.11", "05.11", "06.11", "07.11", "08.11",
        "09.11",
    ]  # fmt: skip


def test_all_of_today_and_the_last_of_a_day_before_are_kept() -> None:
    yesterday = [datetime(2026, 11, 22, hour, tzinfo=UTC) for hour in (8, 9, 10)]
    today = [datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in (8, 9, 10)]
    kept = [copy.made_at for copy in to_keep(named(*yesterday, *today), today[-1], UTC)]
    assert kept == [*reversed(today), yesterday[-1]]


def test_a_long_holiday_costs_no_copy() -> None:
    before = [datetime(2026, 6, day, 12, tzinfo=UTC) for day in range(1, 8)]
    kept = list(to_keep(named(*before), datetime(2026, 9, 1, tzinfo=UTC), UTC))
    assert len(kept) == 7


def test_thinning_removes_the_files(salon: Salon) -> None:
    store = store_of(salon)
    for day in range(16):
        make_copy(store, NOW + timedelta(days=day))
    assert len(copies(store)) == 1 + 7 + 1  # today, seven days, the Sunday before

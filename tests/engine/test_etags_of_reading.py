"""Servers whose GET spells an ETag otherwise than listings and If-Match do (mod_deflate does)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.store import outbox
from tests.desk import november
from tests.engine.practice import Practice

SPELLINGS: dict[str, Callable[[str], str]] = {
    "gzip": lambda etag: f'{etag[:-1]}-gzip"',
    "two dashes": lambda etag: f'{etag[:-1]}--gzip"',
    "semicolon": lambda etag: f'{etag[:-1]};gzip"',
    "weak": lambda etag: f"W/{etag}",
    "both": lambda etag: f'W/{etag[:-1]}-gzip"',
    "outside": lambda etag: f"{etag}-gzip",
    "another": lambda etag: f'"of-the-text-{hash(etag)}"',
    "none": lambda _: "",
}


def change_there(practice: Practice, appointment: Appointment, old: str, new: str) -> None:
    path = practice.desk.href(appointment)
    practice.icloud.home.put(path, practice.text_of(appointment).replace(old, new))


def is_settled(practice: Practice) -> bool:
    with practice.desk.database.read() as reader:
        return not outbox.entries(reader)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("gives_etag", [True, False])
def test_both_sides_change_and_a_cancellation_arrives(
    practice: Practice, spelling: str, gives_etag: bool
) -> None:
    practice.icloud.quirks.got_etag = SPELLINGS[spelling]
    practice.icloud.quirks.gives_etag = gives_etag
    appointment = practice.book()
    change_there(practice, appointment, "END:VEVENT", "LOCATION:Room 2\r\nEND:VEVENT")
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(25, 15), now=practice.desk.now)
    practice.good_pass()
    practice.good_pass()
    text = practice.text_of(appointment)
    assert "LOCATION:Room 2" in text
    assert "20261125T15" in text
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert is_settled(practice)
    change_there(practice, appointment, "Room 2", "Room 3")
    practice.good_pass()
    assert practice.entry(appointment).location == "Room 3"
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, notes="Bring X", now=practice.desk.now)
    practice.good_pass()
    assert "Bring X" in practice.text_of(appointment)
    path = practice.desk.href(appointment)
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
    practice.good_pass()
    assert practice.icloud.home.find(path) is None
    assert is_settled(practice)


@pytest.mark.parametrize("spelling", ["gzip", "weak", "both"])
def test_what_came_by_reading_alone_is_written_at_once_and_not_read_again(
    practice: Practice, spelling: str
) -> None:
    practice.icloud.quirks.got_etag = SPELLINGS[spelling]
    appointment = practice.book()
    practice.icloud.quirks.skipped.add(practice.desk.href(appointment))
    change_there(practice, appointment, "END:VEVENT", "LOCATION:Room 2\r\nEND:VEVENT")
    practice.good_pass()
    practice.icloud.home.forget_tokens()
    assert practice.good_pass().pulled.changed == 0
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
    assert practice.good_pass().pushed.deleted == 1

"""Files made by older versions are brought up to date, and keep what is in them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from lcdesk.model.domain.journal import JournalKind, Note
from lcdesk.model.store import schema
from lcdesk.model.store.accounts import (
    all_accounts,
    discovered_at,
    get_account,
    linked_calendars,
)
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.detached_objects import take_detached
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.series import all_series

NO_HOURS = '{"weekly": [[], [], [], [], [], [], []], "dates": {}}'


def made_by(version: str, file: Path) -> None:
    """An empty file as that version of the program made it."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()


def add_hall(raw: sqlite3.Connection) -> None:
    """A calendar, with what every version knows of one."""
    raw.execute(
        "INSERT INTO calendar (name, kind, zone, duration, interval, before, after, per_slot,"
        " notice, hours, distribution, seats, phases, auto_confirm, colour, title, location,"
        ' active, "group", description, look_busy)'
        " VALUES ('Hall', 'simple', 'UTC', 30, 30, 0, 0, 1, 0, ?, 'equal', 1, '[]', 1,"
        " '#039be5', '', '', 1, '', '', 0)",
        (NO_HOURS,),
    )


def test_a_file_of_the_first_version_is_migrated_and_keeps_its_data(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0001", file)
    raw = sqlite3.connect(file)
    with raw:
        raw.execute(
            "INSERT INTO staff (name, email, zone, hours, hide_details)"
            " VALUES ('Ana', '', 'Europe/Berlin', ?, 0)",
            (NO_HOURS,),
        )
        raw.execute(
            "INSERT INTO account (provider, email, staff_id, server, home, state)"
            " VALUES ('icloud', 'ana@icloud.example', 1, '', '/home/', 'ok')"
        )
        raw.execute(
            "INSERT INTO linked_calendar (account_id, path, href, name, colour, position, role,"
            " writable, readable, subscribed, listed)"
            " VALUES (1, '/office/', '/office/', 'Work', '#0a84ff', 0, 'primary', 1, 1, 0, 1)"
        )
    raw.close()
    database = Database.open(file)
    with database.read() as reader:
        (account,) = all_accounts(reader)
        (work,) = linked_calendars(reader)
        assert [member.name for member in all_staff(reader)] == ["Ana"]
    database.close()
    assert (account.email, account.throttled_at) == ("ana@icloud.example", None)
    assert (work.name, work.held_removals, work.removals_accepted) == ("Work", 0, False)
    assert (work.tentative_blocks, work.all_day_blocks) == (True, True)
    assert len(list(tmp_path.glob("lcdesk-0001-*.sqlite3"))) == 1, "a copy of before is kept"


def test_appointments_made_before_there_were_series_belong_to_none(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0003", file)
    raw = sqlite3.connect(file)
    with raw:
        add_hall(raw)
        raw.execute(
            "INSERT INTO appointment (calendar_id, session, start, end, zone, title, notes,"
            " location, status, overridden, why, flagged, created_at)"
            " VALUES (1, 's', 1800000000, 1800001800, 'UTC', 'Cleo', '', '', 'confirmed', 0, '',"
            " '', 1790000000)"
        )
    raw.close()
    database = Database.open(file)
    with database.read() as reader:
        (kept,) = all_appointments(reader)
        assert all_series(reader) == ()
    database.close()
    assert (kept.title, kept.series, kept.series_day) == ("Cleo", None, None)


def test_a_file_without_activity_gets_one_that_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0004", file)
    database = Database.open(file)
    with database.write() as tx:
        assert journal_page(tx, limit=10) == ()
        tx.tell(Note(JournalKind.CONNECTED))
    with database.read() as reader:
        assert [entry.kind for entry in journal_page(reader, limit=10)] == [JournalKind.CONNECTED]
    database.close()


def test_calendars_made_before_there_were_options_have_none(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0007", file)
    raw = sqlite3.connect(file)
    with raw:
        add_hall(raw)
    raw.close()
    database = Database.open(file)
    with database.read() as reader:
        (kept,) = all_calendars(reader)
    database.close()
    assert (kept.name, kept.variations, kept.add_ons) == ("Hall", (), ())


def test_events_left_behind_before_tries_were_kept_are_still_known(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0012", file)
    raw = sqlite3.connect(file)
    with raw:
        raw.execute(
            "INSERT INTO staff (name, email, zone, hours, hide_details)"
            " VALUES ('Ana', '', 'Europe/Berlin', ?, 0)",
            (NO_HOURS,),
        )
        raw.execute(
            "INSERT INTO left_event (provider, email, server, staff_id, calendar, path, href, uid,"
            " raw, sent, session, state)"
            " VALUES ('icloud', 'ana', '', 1, '/w/', '/w/a.ics', '/w/a.ics', 'A', 'text', '', 's',"
            " 'clean')"
        )
    raw.close()
    database = Database.open(file)
    with database.write() as tx:
        left = take_detached(tx, 1, "A")
    database.close()
    assert left is not None
    assert (left.object.raw, left.sent, left.tried) == ("text", "", frozenset())


def test_who_was_asked_for_by_name_is_known_of_appointments_made_before(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0013", file)
    raw = sqlite3.connect(file)
    with raw:
        add_hall(raw)
        raw.executemany(
            "INSERT INTO appointment (calendar_id, session, start, end, zone, title, notes,"
            " location, status, overridden, why, flagged, created_at)"
            " VALUES (1, ?, 1800000000, 1800001800, 'UTC', '', '', '', 'confirmed', 0, ?, '', 1)",
            [("s", "Ana — asked for by name"), ("t", "Ana — 3 this month, Ben 4")],
        )
    raw.close()
    database = Database.open(file)
    with database.read() as reader:
        assert [appointment.named for appointment in all_appointments(reader)] == [True, False]
    database.close()


def test_events_read_before_travel_was_kept_apart_get_their_own_start(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0015", file)
    half_an_hour = "BEGIN:VEVENT\r\nX-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M\r\nEND:VEVENT\r\n"
    plain = "BEGIN:VEVENT\r\nSUMMARY:X\r\nEND:VEVENT\r\n"
    mixed = half_an_hour + plain
    raw = sqlite3.connect(file)
    with raw:
        for number, text in enumerate((half_an_hour, plain, mixed, mixed), 1):
            raw.execute(
                "INSERT INTO remote_object (id, linked_id, path, href, etag, uid, raw, state,"
                " problem, recurring, joins) VALUES (?, 1, ?, '', 'v1', '', ?, 'clean', '', 0, 0)",
                (number, f"/{number}", text),
            )
            raw.execute(
                "INSERT INTO occurrence (object_id, linked_id, recurrence_id, start, end, title,"
                " location, notes, busy, declined, tentative, long)"
                " VALUES (?, 1, '', 1800000000, 1800005400, '', '', '', 1, 0, 0, 0)",
                (number,),
            )
        raw.execute("UPDATE remote_object SET state = 'conflict' WHERE id = 4")
    raw.close()
    Database.open(file).close()
    raw = sqlite3.connect(file)
    starts = raw.execute("SELECT own_start FROM occurrence ORDER BY object_id").fetchall()
    versions = raw.execute("SELECT etag FROM remote_object ORDER BY id").fetchall()
    raw.close()
    assert starts == [(1800001800,), (None,), (None,), (None,)]
    assert versions == [("v1",), ("v1",), (None,), ("v1",)], (
        "read again, unless a person decides first"
    )


def test_the_owners_addresses_are_asked_for_at_the_first_pass(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0016", file)
    raw = sqlite3.connect(file)
    with raw:
        raw.execute(
            "INSERT INTO account (id, provider, email, staff_id, server, home, state, refusals,"
            " discovered_at) VALUES (1, 'icloud', 'a@example.org', 1, '', '', 'ok', 0, 1800000000)"
        )
    raw.close()
    database = Database.open(file)
    with database.read() as reader:
        account, listed_at = get_account(reader, 1), discovered_at(reader, 1)
    database.close()
    assert account is not None
    assert account.addresses == ()
    assert listed_at is not None
    assert int(listed_at.timestamp()) < 1800000000 - 86_400


def test_events_that_could_not_be_read_are_fetched_again_since_they_are_read_in_part(
    tmp_path: Path,
) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    made_by("0017", file)
    raw = sqlite3.connect(file)
    with raw:
        for number, state in enumerate(("quarantined", "clean"), 1):
            raw.execute(
                "INSERT INTO linked_calendar (id, account_id, path, href, name, colour, position,"
                " role, writable, readable, subscribed, listed, missed, held_removals,"
                " removals_accepted, tentative_blocks, all_day_blocks, token, ctag)"
                " VALUES (?, 1, ?, '', '', '', 0, 'none', 1, 1, 0, 1, 0, 0, 0, 1, 1, 't', 'c')",
                (number, f"/{number}/"),
            )
            raw.execute(
                "INSERT INTO remote_object (linked_id, path, href, etag, uid, raw, state,"
                " problem, recurring, joins) VALUES (?, '/x', '', 'v1', '', 'x', ?, 'sick', 0, 0)",
                (number, state),
            )
    raw.close()
    Database.open(file).close()
    raw = sqlite3.connect(file)
    tokens = raw.execute("SELECT token, ctag FROM linked_calendar ORDER BY id").fetchall()
    versions = raw.execute("SELECT etag, looked FROM remote_object ORDER BY id").fetchall()
    raw.close()
    assert tokens == [(None, None), ("t", "c")]
    assert versions == [(None, 0), ("v1", 0)]

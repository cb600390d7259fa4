"""The first schema: people, calendars, bookings, the CalDAV side and the outbox.

Its number counts the changes before the first release; a store of an earlier number is refused.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = None

_NUMBER = sa.Integer()
_DAY = sa.String(10)  # an ISO date
_INSTANT = sa.BigInteger()  # seconds since 1970, UTC
_JSON = sa.JSON()
_TEXT = sa.Text()
_TRUTH = sa.Boolean()


def upgrade() -> None:
    """Make every table."""
    _make_people()
    _make_calendars()
    _make_bookings()
    _make_accounts()
    _make_objects()
    _make_journal()


def _make_people() -> None:
    """Staff, contacts and rooms."""
    op.create_table(
        "staff",
        _id(),
        *_needed(_TEXT, "name", "email", "zone"),
        *_needed(_JSON, "hours"),
        *_needed(_TRUTH, "hide_details"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="uq_staff_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact",
        _id(),
        *_needed(_TEXT, "name", "email", "phone", "notes"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("contact", "email", "name")
    op.create_table(
        "resource",
        _id(),
        *_needed(_TEXT, "name"),
        *_needed(_NUMBER, "capacity"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="uq_resource_name"),
        sqlite_autoincrement=True,
    )


def _make_calendars() -> None:
    """Calendars, and who and what belongs to each."""
    op.create_table(
        "calendar",
        _id(),
        *_needed(_TEXT, "name"),
        *_needed(sa.String(16), "kind"),
        *_optional(_NUMBER, "owner_id"),
        *_needed(_TEXT, "zone"),
        *_needed(_NUMBER, "duration", "interval", "before", "after", "per_slot"),
        *_optional(_NUMBER, "per_day"),
        *_needed(_NUMBER, "notice"),
        *_optional(_NUMBER, "window"),
        *_needed(_JSON, "hours"),
        *_needed(sa.String(16), "distribution"),
        *_needed(_NUMBER, "seats"),
        *_needed(_JSON, "phases"),
        *_needed(_TRUTH, "auto_confirm"),
        *_needed(sa.String(7), "colour"),
        *_needed(_TEXT, "title", "location"),
        *_needed(_TRUTH, "active"),
        *_needed(_TEXT, "group", "description"),
        *_needed(_NUMBER, "look_busy"),
        *_optional(_JSON, "repeats"),
        *_optional(_INSTANT, "reset_at"),
        *_needed(_JSON, "variations", "add_ons", default="[]"),
        _refers("calendar", "owner_id", "staff", None),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="uq_calendar_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "calendar_staff",
        *_needed(_NUMBER, "calendar_id", "staff_id", "position"),
        *_optional(sa.String(8), "priority"),
        *_needed(_TEXT, "location"),
        _refers("calendar_staff", "calendar_id", "calendar"),
        _refers("calendar_staff", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("calendar_id", "staff_id", name="pk_calendar_staff"),
    )
    op.create_table(
        "calendar_resource",
        *_needed(_NUMBER, "calendar_id", "resource_id", "position"),
        _refers("calendar_resource", "calendar_id", "calendar"),
        _refers("calendar_resource", "resource_id", "resource"),
        sa.PrimaryKeyConstraint("calendar_id", "resource_id", name="pk_calendar_resource"),
    )


def _make_bookings() -> None:
    """What is booked or blocked, and the series that it is made from."""
    op.create_table(
        "series",
        _id(),
        *_needed(_NUMBER, "calendar_id"),
        *_needed(_TEXT, "rule", "zone"),
        *_needed(_DAY, "first"),
        *_needed(_NUMBER, "minute", "length", "contact_id"),
        *_needed(_TEXT, "title", "notes", "location"),
        *_needed(_JSON, "staff"),
        *_needed(sa.String(16), "when_taken"),
        *_needed(_DAY, "made_to"),
        _refers("series", "calendar_id", "calendar"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("series", "calendar_id", "made_to")
    op.create_table(
        "appointment",
        _id(),
        *_needed(_NUMBER, "calendar_id"),
        *_needed(sa.String(36), "session"),
        *_needed(_INSTANT, "start", "end"),
        *_needed(_TEXT, "zone", "title", "notes", "location"),
        *_needed(sa.String(16), "status"),
        *_needed(_TRUTH, "overridden"),
        *_needed(_TEXT, "why", "flagged"),
        *_needed(_INSTANT, "created_at"),
        *_optional(_NUMBER, "series_id"),
        *_optional(_DAY, "series_day"),
        *_needed(_TEXT, "overridden_for", default=""),
        *_needed(_TRUTH, "named", default="0"),
        _refers("appointment", "calendar_id", "calendar"),
        _refers("appointment", "series_id", "series", None),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "appointment_of_series", "appointment", ["series_id", "series_day"], unique=True
    )
    op.create_index("appointment_time", "appointment", ["start", "end"])
    op.create_index("appointment_by_status", "appointment", ["status", "start", "end"])
    op.create_index("appointment_by_calendar", "appointment", ["calendar_id", "start", "end"])
    _index("appointment", "calendar_id", "session")
    op.create_table(
        "appointment_staff",
        *_needed(_NUMBER, "appointment_id", "staff_id", "position"),
        _refers("appointment_staff", "appointment_id", "appointment"),
        _refers("appointment_staff", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("appointment_id", "staff_id", name="pk_appointment_staff"),
    )
    op.create_index("appointments_of_staff", "appointment_staff", ["staff_id", "appointment_id"])
    op.create_table(
        "appointment_contact",
        *_needed(_NUMBER, "appointment_id", "contact_id", "position"),
        _refers("appointment_contact", "appointment_id", "appointment"),
        _refers("appointment_contact", "contact_id", "contact"),
        sa.PrimaryKeyConstraint("appointment_id", "contact_id", name="pk_appointment_contact"),
    )
    op.create_index(
        "appointments_of_contact", "appointment_contact", ["contact_id", "appointment_id"]
    )
    op.create_table(
        "blocked_slot",
        _id(),
        *_optional(_NUMBER, "staff_id", "calendar_id"),
        *_needed(_INSTANT, "start", "end"),
        *_needed(_TEXT, "title"),
        _refers("blocked_slot", "calendar_id", "calendar"),
        _refers("blocked_slot", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("blocked_slot_time", "blocked_slot", ["start", "end"])
    _index("blocked_slot", "calendar_id", "staff_id")


def _make_accounts() -> None:
    """Accounts and their calendars, and what was left behind when one was disconnected."""
    op.create_table(
        "account",
        _id(),
        *_needed(sa.String(16), "provider"),
        *_needed(_TEXT, "email"),
        *_needed(_NUMBER, "staff_id"),
        *_needed(_TEXT, "server", "home"),
        *_needed(sa.String(16), "state"),
        *_optional(_INSTANT, "last_success", "next_try", "discovered_at"),
        *_optional(_JSON, "error"),
        *_optional(_INSTANT, "throttled_at"),
        *_needed(_NUMBER, "refusals", default="0"),
        *_needed(_JSON, "unexplained", default="{}"),
        *_needed(_JSON, "addresses", default="[]"),
        _refers("account", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("provider", "email", "server", "staff_id", name="uq_account_provider"),
        sqlite_autoincrement=True,
    )
    _index("account", "staff_id")
    op.create_table(
        "linked_calendar",
        _id(),
        *_needed(_NUMBER, "account_id"),
        *_needed(_TEXT, "path", "href", "name"),
        *_needed(sa.String(7), "colour"),
        *_needed(_NUMBER, "position"),
        *_needed(sa.String(8), "role"),
        *_needed(_TRUTH, "writable", "readable", "subscribed"),
        *_optional(_TEXT, "token", "ctag"),
        *_needed(_TRUTH, "listed"),
        *_needed(_NUMBER, "held_removals", default="0"),
        *_needed(_TRUTH, "removals_accepted", default="0"),
        *_needed(_TRUTH, "tentative_blocks", "all_day_blocks", default="1"),
        *_optional(_INSTANT, "listed_whole_at"),
        *_needed(_NUMBER, "missed", default="0"),
        *_needed(_TRUTH, "leaving", default="0"),
        *_needed(_TEXT, "identity", default=""),
        *_needed(_TRUTH, "lacks_sync", default="0"),
        _refers("linked_calendar", "account_id", "account"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "path", name="uq_linked_calendar_account_id"),
        sqlite_autoincrement=True,
    )
    _index("linked_calendar", "account_id")
    op.create_table(
        "left_event",
        _id(),
        *_needed(sa.String(16), "provider"),
        *_needed(_TEXT, "email", "server"),
        *_needed(_NUMBER, "staff_id"),
        *_needed(_TEXT, "calendar", "path", "href"),
        *_optional(_TEXT, "etag"),
        *_needed(_TEXT, "uid", "raw", "sent"),
        *_needed(sa.String(36), "session"),
        *_needed(sa.String(16), "state"),
        *_optional(_INSTANT, "written_at"),
        *_needed(_JSON, "tried", default="[]"),
        _refers("left_event", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("left_event", "staff_id", "uid")


def _make_objects() -> None:
    """What the servers hold, when it takes time, and what is on its way there."""
    op.create_table(
        "remote_object",
        _id(),
        *_needed(_NUMBER, "linked_id"),
        *_needed(_TEXT, "path", "href"),
        *_optional(_TEXT, "etag"),
        *_needed(_TEXT, "uid", "raw"),
        *_optional(sa.String(36), "session"),
        *_optional(_NUMBER, "staff_id"),
        *_needed(sa.String(16), "state"),
        *_needed(_TEXT, "problem"),
        *_needed(_TRUTH, "recurring"),
        *_optional(
            _INSTANT, "first_start", "last_end", "expanded_from", "expanded_to", "written_at"
        ),
        *_needed(_NUMBER, "joins", default="0"),
        *_optional(_INSTANT, "joins_since"),
        *_needed(_TRUTH, "looked", default=sa.text("0")),
        _refers("remote_object", "linked_id", "linked_calendar"),
        _refers("remote_object", "staff_id", "staff", "SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("linked_id", "path", name="uq_remote_object_linked_id"),
        sqlite_autoincrement=True,
    )
    _index("remote_object", "linked_id", "session", "state", "uid")
    op.create_index(
        "remote_object_problem", "remote_object", ["problem"], sqlite_where=sa.text("problem <> ''")
    )
    op.create_index("remote_object_series", "remote_object", ["recurring", "expanded_to"])
    op.create_index("remote_object_series_start", "remote_object", ["recurring", "expanded_from"])
    op.create_table(
        "occurrence",
        _id(),
        *_needed(_NUMBER, "object_id", "linked_id"),
        *_needed(_TEXT, "recurrence_id"),
        *_needed(_INSTANT, "start", "end"),
        *_optional(_DAY, "first_day", "end_day"),
        *_needed(_TEXT, "title", "location", "notes"),
        *_needed(_TRUTH, "busy", "declined", "tentative", "long"),
        *_optional(_INSTANT, "own_start"),
        _refers("occurrence", "object_id", "remote_object"),
        sa.PrimaryKeyConstraint("id", name="pk_occurrence"),
    )
    _index("occurrence", "object_id")
    op.create_index(
        "occurrence_time",
        "occurrence",
        ["long", "start", "end", "linked_id", "busy", "tentative", "first_day", "title"],
    )
    op.create_table(
        "tried_text",
        _id(),
        *_needed(_NUMBER, "object_id"),
        *_needed(sa.String(32), "fingerprint"),
        _refers("tried_text", "object_id", "remote_object"),
        sa.PrimaryKeyConstraint("id"),
    )
    _index("tried_text", "object_id")
    op.create_table(
        "outbox",
        _id(),
        *_needed(_NUMBER, "object_id"),
        *_needed(sa.String(8), "kind"),
        *_needed(_TEXT, "body", "base"),
        *_optional(_TEXT, "base_etag"),
        *_needed(sa.String(16), "state"),
        *_needed(_NUMBER, "attempts"),
        *_optional(_INSTANT, "not_before"),
        *_optional(_JSON, "error"),
        *_needed(_INSTANT, "created_at"),
        _refers("outbox", "object_id", "remote_object"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("outbox", "object_id")
    op.create_table(
        "conflict",
        _id(),
        *_needed(_NUMBER, "object_id"),
        *_needed(_TEXT, "mine", "theirs"),
        *_optional(_TEXT, "theirs_etag"),
        *_needed(_JSON, "properties"),
        *_needed(_INSTANT, "start", "end", "found_at"),
        _refers("conflict", "object_id", "remote_object"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("conflict", "object_id")


def _make_journal() -> None:
    """What Activity tells, and what the window keeps."""
    op.create_table(
        "journal",
        _id(),
        *_needed(_INSTANT, "at"),
        *_needed(sa.String(24), "kind"),
        *_optional(_NUMBER, "account_id", "linked_id", "staff_id"),
        *_needed(sa.String(24), "subject"),
        *_needed(_JSON, "content"),
        *_needed(sa.String(36), "pass_id"),
        *_optional(_NUMBER, "step_id"),
        *_optional(_INSTANT, "undone_at"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("journal", "at", "pass_id", "step_id")
    op.create_index("journal_trouble", "journal", ["account_id", "kind"])
    op.create_table(
        "undo_step",
        _id(),
        *_needed(_INSTANT, "at"),
        *_needed(_TRUTH, "by_sync"),
        *_needed(_JSON, "words"),
        *_optional(_JSON, "images"),
        *_needed(_NUMBER, "mark"),
        *_needed(sa.String(8), "state"),
        *_needed(_NUMBER, "turn"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("undo_step", "at")
    op.create_index("undo_step_state", "undo_step", ["state", "by_sync"])
    op.create_table(
        "preference",
        *_needed(sa.String(64), "key"),
        *_needed(_JSON, "value"),
        sa.PrimaryKeyConstraint("key", name="pk_preference"),
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)


def _needed(
    kind: Any, *names: str, default: str | sa.TextClause | None = None
) -> list[sa.Column[Any]]:
    """Columns that are never NULL."""
    return [sa.Column(name, kind, nullable=False, server_default=default) for name in names]


def _optional(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind) for name in names]


def _index(table: str, *columns: str) -> None:
    """One index a column."""
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _refers(
    table: str, column: str, other: str, on_delete: str | None = "CASCADE"
) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=on_delete)

"""The tables as they are now; migrations never import this file.

Core tables, not mapped classes: rows become the domain's frozen values at once, so an
identity map would only cost start-up time. Instants are whole seconds since 1970 in UTC;
local days are ISO dates; hours, error notes and preferences are JSON.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole seconds since 1970 in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuses naive datetimes, which would be read in this computer's zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("only aware datetimes are stored")
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The instant in UTC."""
        del dialect
        return None if value is None else datetime.fromtimestamp(value, UTC)


class Day(TypeDecorator[date]):
    """A calendar day without a zone, kept as ISO text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """`2026-11-21`."""
        del dialect
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The day."""
        del dialect
        return None if value is None else date.fromisoformat(value)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


def _to(table: str, name: str, *, nullable: bool = False, key: bool = False) -> Column[int]:
    return Column(
        name,
        Integer,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        primary_key=key,
        index=not key,
    )


staff = Table(
    "staff",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("email", Text, nullable=False, default=""),
    Column("zone", Text, nullable=False),
    Column("hours", JSON, nullable=False),
    Column("hide_details", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,
)

contact = Table(
    "contact",
    metadata,
    _id(),
    Column("name", Text, nullable=False, index=True),
    Column("email", Text, nullable=False, default="", index=True),
    Column("phone", Text, nullable=False, default=""),
    Column("notes", Text, nullable=False, default=""),
    sqlite_autoincrement=True,
)

resource = Table(
    "resource",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("capacity", Integer, nullable=False, default=1),
    sqlite_autoincrement=True,
)

calendar = Table(
    "calendar",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("owner_id", Integer, ForeignKey("staff.id"), nullable=True),
    Column("zone", Text, nullable=False),
    Column("duration", Integer, nullable=False),  # lengths in minutes
    Column("interval", Integer, nullable=False),
    Column("before", Integer, nullable=False, default=0),
    Column("after", Integer, nullable=False, default=0),
    Column("per_slot", Integer, nullable=False, default=1),
    Column("per_day", Integer, nullable=True),
    Column("notice", Integer, nullable=False, default=0),
    Column("window", Integer, nullable=True),
    Column("hours", JSON, nullable=False),
    Column("distribution", String(16), nullable=False),
    Column("seats", Integer, nullable=False, default=1),
    Column("phases", JSON, nullable=False),
    Column("auto_confirm", Boolean, nullable=False, default=True),
    Column("colour", String(7), nullable=False),
    Column("title", Text, nullable=False),
    Column("location", Text, nullable=False, default=""),
    Column("active", Boolean, nullable=False, default=True),
    Column("group", Text, nullable=False, default=""),
    Column("description", Text, nullable=False, default=""),
    Column("look_busy", Integer, nullable=False, default=0),  # per cent of the day's slots
    Column("repeats", JSON, nullable=True),  # how often a booking may recur, or NULL
    Column("variations", JSON, nullable=False, server_default="[]"),
    Column("add_ons", JSON, nullable=False, server_default="[]"),
    # When the team or the distribution last changed: equal distribution counts from here.
    Column("reset_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

calendar_staff = Table(
    "calendar_staff",
    metadata,
    _to("calendar", "calendar_id", key=True),
    _to("staff", "staff_id", key=True),
    Column("position", Integer, nullable=False),
    Column("priority", String(8), nullable=True),
    Column("location", Text, nullable=False, default=""),
)

calendar_resource = Table(
    "calendar_resource",
    metadata,
    _to("calendar", "calendar_id", key=True),
    _to("resource", "resource_id", key=True),
    Column("position", Integer, nullable=False),
)

# A series made by hand: what its occurrences, each an appointment, are made from.
series = Table(
    "series",
    metadata,
    _id(),
    _to("calendar", "calendar_id"),
    Column("rule", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("first", Day, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("length", Integer, nullable=False),  # minutes
    # No foreign key: a contact who was taken out may be put back.
    Column("contact_id", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("staff", JSON, nullable=False),  # members named by the person
    Column("when_taken", String(16), nullable=False),
    Column("made_to", Day, nullable=False, index=True),
    sqlite_autoincrement=True,
)

appointment = Table(
    "appointment",
    metadata,
    _id(),
    _to("calendar", "calendar_id"),
    Column("session", String(36), nullable=False, index=True),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    Column("zone", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("notes", Text, nullable=False, default=""),
    Column("location", Text, nullable=False, default=""),
    Column("status", String(16), nullable=False),
    Column("overridden", Boolean, nullable=False, default=False),
    Column("why", Text, nullable=False, default=""),
    Column("flagged", Text, nullable=False, default=""),
    Column("created_at", Instant, nullable=False),
    Column("series_id", Integer, ForeignKey("series.id"), nullable=True),
    Column("series_day", Day, nullable=True),  # the local day that its rule gave it
    Index("appointment_time", "start", "end"),
    Index("appointment_of_series", "series_id", "series_day", unique=True),
    sqlite_autoincrement=True,
)

appointment_staff = Table(
    "appointment_staff",
    metadata,
    _to("appointment", "appointment_id", key=True),
    _to("staff", "staff_id", key=True),
    Column("position", Integer, nullable=False),
)

appointment_contact = Table(
    "appointment_contact",
    metadata,
    _to("appointment", "appointment_id", key=True),
    _to("contact", "contact_id", key=True),
    Column("position", Integer, nullable=False),
)

blocked_slot = Table(
    "blocked_slot",
    metadata,
    _id(),
    _to("staff", "staff_id", nullable=True),
    _to("calendar", "calendar_id", nullable=True),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    Column("title", Text, nullable=False, default=""),
    Index("blocked_slot_time", "start", "end"),
    sqlite_autoincrement=True,
)

account = Table(
    "account",
    metadata,
    _id(),
    Column("provider", String(16), nullable=False),
    Column("email", Text, nullable=False),
    _to("staff", "staff_id"),
    Column("server", Text, nullable=False, default=""),
    Column("home", Text, nullable=False, default=""),
    Column("state", String(16), nullable=False),
    Column("last_success", Instant, nullable=True),
    Column("next_try", Instant, nullable=True),
    Column("discovered_at", Instant, nullable=True),
    Column("error", JSON, nullable=True),
    Column("throttled_at", Instant, nullable=True),  # when the server last asked for a pause
    Column("refusals", Integer, nullable=False, default=0),  # of its password, not yet believed
    UniqueConstraint("provider", "email", "server", "staff_id"),
    sqlite_autoincrement=True,
)

linked_calendar = Table(
    "linked_calendar",
    metadata,
    _id(),
    _to("account", "account_id"),
    Column("path", Text, nullable=False),
    Column("href", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("colour", String(7), nullable=False),
    Column("position", Integer, nullable=False, default=0),
    Column("role", String(8), nullable=False),
    Column("writable", Boolean, nullable=False),
    Column("readable", Boolean, nullable=False),
    Column("subscribed", Boolean, nullable=False, default=False),
    Column("token", Text, nullable=True),
    Column("ctag", Text, nullable=True),
    Column("listed", Boolean, nullable=False, default=True),  # in the last good discovery
    Column("missed", Integer, nullable=False, default=0),  # by how many good discoveries in a row
    Column("held_removals", Integer, nullable=False, default=0),  # a person is asked first
    Column("removals_accepted", Boolean, nullable=False, default=False),
    Column("tentative_blocks", Boolean, nullable=False, default=True),
    Column("all_day_blocks", Boolean, nullable=False, default=True),
    Column("listed_whole_at", Instant, nullable=True),  # last read by a full listing
    UniqueConstraint("account_id", "path"),
    sqlite_autoincrement=True,
)

# One CalDAV object. `session` and `staff_id` are set for those that lcdesk wrote.
remote_object = Table(
    "remote_object",
    metadata,
    _id(),
    _to("linked_calendar", "linked_id"),
    Column("path", Text, nullable=False),
    Column("href", Text, nullable=False),
    Column("etag", Text, nullable=True),
    Column("uid", Text, nullable=False, default="", index=True),
    Column("raw", Text, nullable=False, default=""),
    Column("session", String(36), nullable=True, index=True),
    Column("staff_id", Integer, ForeignKey("staff.id", ondelete="SET NULL"), nullable=True),
    Column("state", String(16), nullable=False, index=True),
    Column("problem", Text, nullable=False, default=""),
    Column("recurring", Boolean, nullable=False, default=False),
    Column("first_start", Instant, nullable=True),
    Column("last_end", Instant, nullable=True),  # NULL: endless
    Column("expanded_from", Instant, nullable=True),
    Column("expanded_to", Instant, nullable=True),
    Column("written_at", Instant, nullable=True),  # our own last PUT
    Column("joins", Integer, nullable=False, default=0),  # edits of both sides since then
    Column("joins_since", Instant, nullable=True),
    UniqueConstraint("linked_id", "path"),
    Index("remote_object_series", "recurring", "expanded_to"),
    Index("remote_object_series_start", "recurring", "expanded_from"),
    sqlite_autoincrement=True,
)

# What lcdesk wrote into the calendars of an account that was disconnected since. `sent` is the
# body of a create whose answer never came.
left_event = Table(
    "left_event",
    metadata,
    _id(),
    Column("provider", String(16), nullable=False),
    Column("email", Text, nullable=False),
    Column("server", Text, nullable=False),
    _to("staff", "staff_id"),
    Column("calendar", Text, nullable=False),  # the linked calendar's path
    Column("path", Text, nullable=False),
    Column("href", Text, nullable=False),
    Column("etag", Text, nullable=True),
    Column("uid", Text, nullable=False, index=True),
    Column("raw", Text, nullable=False),
    Column("sent", Text, nullable=False),
    Column("session", String(36), nullable=False),
    Column("state", String(16), nullable=False),
    Column("written_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

occurrence = Table(
    "occurrence",
    metadata,
    _id(),
    _to("remote_object", "object_id"),
    Column("linked_id", Integer, nullable=False),
    Column("recurrence_id", Text, nullable=False, default=""),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    Column("first_day", Day, nullable=True),
    Column("end_day", Day, nullable=True),
    Column("title", Text, nullable=False, default=""),
    Column("location", Text, nullable=False, default=""),
    Column("notes", Text, nullable=False, default=""),
    Column("busy", Boolean, nullable=False),
    Column("declined", Boolean, nullable=False, default=False),
    Column("tentative", Boolean, nullable=False, default=False),
    # Longer than LONG: looked up apart, so that a week's query need not scan all that began
    # before it.
    Column("long", Boolean, nullable=False, default=False),
    # All that the booking rules ask, so that they never have to look at the rows.
    Index(
        "occurrence_time",
        "long",
        "start",
        "end",
        "linked_id",
        "busy",
        "tentative",
        "first_day",
        "title",
    ),
)

# Changes that still have to reach the server; several for one object run in order of id.
outbox = Table(
    "outbox",
    metadata,
    _id(),
    _to("remote_object", "object_id"),
    Column("kind", String(8), nullable=False),
    Column("body", Text, nullable=False, default=""),
    Column("base", Text, nullable=False, default=""),  # the text the change was made on
    Column("base_etag", Text, nullable=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Instant, nullable=True),
    Column("error", JSON, nullable=True),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

# The same property changed on both sides: both texts wait for a person.
conflict = Table(
    "conflict",
    metadata,
    _id(),
    _to("remote_object", "object_id"),
    Column("mine", Text, nullable=False),
    Column("theirs", Text, nullable=False),
    Column("theirs_etag", Text, nullable=True),
    Column("properties", JSON, nullable=False),
    Column("start", Instant, nullable=False),  # the time that the other side wants
    Column("end", Instant, nullable=False),
    Column("found_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

# What Activity tells. It outlives what it tells of, so nothing here is a foreign key.
journal = Table(
    "journal",
    metadata,
    _id(),
    Column("at", Instant, nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("account_id", Integer, nullable=True),
    Column("linked_id", Integer, nullable=True),
    Column("staff_id", Integer, nullable=True),
    Column("subject", String(24), nullable=False, default=""),
    Column("told", JSON, nullable=False),
    Column("pass_id", String(36), nullable=False, default="", index=True),
    Column("undo", String(16), nullable=True),
    Column("steps", JSON(none_as_null=True), nullable=True),  # may be large: never listed
    Column("undone_at", Instant, nullable=True),
    Index("journal_trouble", "account_id", "kind"),
    sqlite_autoincrement=True,
)

preference = Table(
    "preference",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)

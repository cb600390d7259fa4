"""Accounts, what their servers hold, what is to be sent; the journal and the preferences."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from lcdesk.model.store.tables.columns import (
    DayColumn,
    Instant,
    Words,
    id_column,
    metadata,
    reference,
)

account = Table(
    "account",
    metadata,
    id_column(),
    Column("provider", String(16), nullable=False),
    Column("email", Text, nullable=False),
    reference("staff", "staff_id"),
    Column("server", Text, nullable=False, default=""),
    Column("home", Text, nullable=False, default=""),
    Column("state", String(16), nullable=False),
    Column("last_success", Instant, nullable=True),
    Column("next_try", Instant, nullable=True),
    Column("discovered_at", Instant, nullable=True),
    Column("error", JSON, nullable=True),
    Column("throttled_at", Instant, nullable=True),  # when the server last asked for a pause
    Column("refusals", Integer, nullable=False, default=0),  # of its password, not yet believed
    Column("unexplained", JSON, nullable=False, default=dict),  # 403s in a row, by question
    Column("addresses", JSON, nullable=False, default=list),  # its owner's, as the server has them
    UniqueConstraint("provider", "email", "server", "staff_id"),
    sqlite_autoincrement=True,
)

linked_calendar = Table(
    "linked_calendar",
    metadata,
    id_column(),
    reference("account", "account_id"),
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
    Column("identity", Text, nullable=False, default=""),  # of the calendar, whatever its place
    Column("lacks_sync", Boolean, nullable=False, default=False),  # no sync-collection
    Column("listed", Boolean, nullable=False, default=True),  # in the last good discovery
    Column("missed", Integer, nullable=False, default=0),  # by how many good discoveries in a row
    Column("leaving", Boolean, nullable=False, default=False),  # once it was asked for in vain
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
    id_column(),
    reference("linked_calendar", "linked_id"),
    Column("path", Text, nullable=False),
    Column("href", Text, nullable=False),
    Column("etag", Text, nullable=True),
    Column("uid", Text, nullable=False, default="", index=True),
    Column("raw", Text, nullable=False, default=""),
    Column("session", String(36), nullable=True, index=True),
    Column("staff_id", Integer, ForeignKey("staff.id", ondelete="SET NULL"), nullable=True),
    Column("state", String(16), nullable=False, index=True),
    Column("problem", Words, nullable=False, default=""),
    Column("recurring", Boolean, nullable=False, default=False),
    Column("first_start", Instant, nullable=True),
    Column("last_end", Instant, nullable=True),  # NULL: endless
    Column("expanded_from", Instant, nullable=True),
    Column("expanded_to", Instant, nullable=True),
    Column("written_at", Instant, nullable=True),  # our own last PUT
    Column("joins", Integer, nullable=False, default=0),  # edits of both sides since then
    Column("joins_since", Instant, nullable=True),
    Column("looked", Boolean, nullable=False, default=False),  # at its problem, by a person
    UniqueConstraint("linked_id", "path"),
    Index("remote_object_series", "recurring", "expanded_to"),
    Index("remote_object_series_start", "recurring", "expanded_from"),
    Index("remote_object_problem", "problem", sqlite_where=text("problem <> ''")),
    sqlite_autoincrement=True,
)

# What lcdesk wrote into the calendars of an account that was disconnected since. `sent` is the
# body of a create whose answer never came.
left_event = Table(
    "left_event",
    metadata,
    id_column(),
    Column("provider", String(16), nullable=False),
    Column("email", Text, nullable=False),
    Column("server", Text, nullable=False),
    reference("staff", "staff_id"),
    Column("calendar", Text, nullable=False),  # the linked calendar's path
    Column("path", Text, nullable=False),
    Column("href", Text, nullable=False),
    Column("etag", Text, nullable=True),
    Column("uid", Text, nullable=False, index=True),
    Column("raw", Text, nullable=False),
    Column("sent", Text, nullable=False),
    Column("tried", JSON, nullable=False, default=list),  # as in tried_text
    Column("session", String(36), nullable=False),
    Column("state", String(16), nullable=False),
    Column("written_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

occurrence = Table(
    "occurrence",
    metadata,
    id_column(),
    reference("remote_object", "object_id"),
    Column("linked_id", Integer, nullable=False),
    Column("recurrence_id", Text, nullable=False, default=""),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    # Where the event itself begins; empty unless travel before it takes time too.
    Column("own_start", Instant, nullable=True),
    Column("first_day", DayColumn, nullable=True),
    Column("end_day", DayColumn, nullable=True),
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
    id_column(),
    reference("remote_object", "object_id"),
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

# Sent without an answer: it may show at the object after it was edited here.
tried_text = Table(
    "tried_text",
    metadata,
    id_column(),
    reference("remote_object", "object_id"),
    Column("fingerprint", String(32), nullable=False),
)

# The same property changed on both sides: both texts wait for a person.
conflict = Table(
    "conflict",
    metadata,
    id_column(),
    reference("remote_object", "object_id"),
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
    id_column(),
    Column("at", Instant, nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("account_id", Integer, nullable=True),
    Column("linked_id", Integer, nullable=True),
    Column("staff_id", Integer, nullable=True),
    Column("subject", String(24), nullable=False, default=""),
    Column("content", JSON, nullable=False),
    Column("pass_id", String(36), nullable=False, default="", index=True),
    Column("step_id", Integer, nullable=True, index=True),  # the step that turns it back
    Column("undone_at", Instant, nullable=True),
    Index("journal_trouble", "account_id", "kind"),
    sqlite_autoincrement=True,
)

# What a person did, and what undoes it (`store/undo_steps.py`).
undo_step = Table(
    "undo_step",
    metadata,
    id_column(),
    Column("at", Instant, nullable=False, index=True),
    Column("by_sync", Boolean, nullable=False, default=False),
    Column("words", JSON, nullable=False),
    Column("images", JSON(none_as_null=True), nullable=True),  # NULL: no way back, or on
    Column("mark", Integer, nullable=False, default=0),  # the newest row of Activity then
    Column("state", String(8), nullable=False),  # "done", "undone", or "dropped" since
    Column("turn", Integer, nullable=False, default=0),  # in which order they were undone
    Index("undo_step_state", "state", "by_sync"),
    sqlite_autoincrement=True,
)

preference = Table(
    "preference",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)

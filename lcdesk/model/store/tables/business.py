"""People, calendars and what is booked."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from lcdesk.model.store.tables.columns import (
    DayColumn,
    Instant,
    Words,
    id_column,
    metadata,
    reference,
)

staff = Table(
    "staff",
    metadata,
    id_column(),
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
    id_column(),
    Column("name", Text, nullable=False, index=True),
    Column("email", Text, nullable=False, default="", index=True),
    Column("phone", Text, nullable=False, default=""),
    Column("notes", Text, nullable=False, default=""),
    sqlite_autoincrement=True,
)

resource = Table(
    "resource",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("capacity", Integer, nullable=False, default=1),
    sqlite_autoincrement=True,
)

calendar = Table(
    "calendar",
    metadata,
    id_column(),
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
    Column("repeats", JSON, nullable=True),  # the rule that a booking is proposed, or NULL
    Column("variations", JSON, nullable=False, server_default="[]"),
    Column("add_ons", JSON, nullable=False, server_default="[]"),
    Column("reminders", JSON(none_as_null=True), nullable=True),  # minutes before; NULL: as usual
    # When the team or the distribution last changed: equal distribution counts from here.
    Column("reset_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

calendar_staff = Table(
    "calendar_staff",
    metadata,
    reference("calendar", "calendar_id", key=True),
    reference("staff", "staff_id", key=True),
    Column("position", Integer, nullable=False),
    Column("priority", String(8), nullable=True),
    Column("location", Text, nullable=False, default=""),
)

calendar_resource = Table(
    "calendar_resource",
    metadata,
    reference("calendar", "calendar_id", key=True),
    reference("resource", "resource_id", key=True),
    Column("position", Integer, nullable=False),
)

# What a calendar asks whoever is booked. One that was removed stays for the answers it has.
intake_field = Table(
    "intake_field",
    metadata,
    id_column(),
    reference("calendar", "calendar_id"),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("required", Boolean, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("removed", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

# A series made by hand: what its occurrences, each an appointment, are made from.
series = Table(
    "series",
    metadata,
    id_column(),
    reference("calendar", "calendar_id"),
    Column("rule", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("first", DayColumn, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("length", Integer, nullable=False),  # minutes
    # No foreign key: a contact who was taken out may be put back.
    Column("contact_id", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("staff", JSON, nullable=False),  # members named by the person
    Column("when_taken", String(16), nullable=False),
    Column("made_to", DayColumn, nullable=False, index=True),
    sqlite_autoincrement=True,
)

appointment = Table(
    "appointment",
    metadata,
    id_column(),
    reference("calendar", "calendar_id"),
    Column("session", String(36), nullable=False, index=True),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    Column("zone", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("notes", Text, nullable=False, default=""),
    Column("location", Text, nullable=False, default=""),
    Column("status", String(16), nullable=False),
    Column("overridden", Boolean, nullable=False, default=False),
    Column("overridden_for", Words, nullable=False, default=""),
    Column("why", Words, nullable=False, default=""),
    Column("named", Boolean, nullable=False, default=False),
    Column("flagged", Words, nullable=False, default=""),
    Column("created_at", Instant, nullable=False),
    Column("series_id", Integer, ForeignKey("series.id"), nullable=True),
    Column("series_day", DayColumn, nullable=True),  # the local day that its rule gave it
    Index("appointment_time", "start", "end"),
    # A list of one status or one calendar, page by page.
    Index("appointment_by_status", "status", "start", "end"),
    Index("appointment_by_calendar", "calendar_id", "start", "end"),
    Index("appointment_of_series", "series_id", "series_day", unique=True),
    sqlite_autoincrement=True,
)

appointment_staff = Table(
    "appointment_staff",
    metadata,
    reference("appointment", "appointment_id", key=True),
    reference("staff", "staff_id", key=True),
    Column("position", Integer, nullable=False),
    Index("appointments_of_staff", "staff_id", "appointment_id"),
)

appointment_contact = Table(
    "appointment_contact",
    metadata,
    reference("appointment", "appointment_id", key=True),
    reference("contact", "contact_id", key=True),
    Column("position", Integer, nullable=False),
    Index("appointments_of_contact", "contact_id", "appointment_id"),
)

appointment_answer = Table(
    "appointment_answer",
    metadata,
    reference("appointment", "appointment_id", key=True),
    reference("intake_field", "field_id", key=True),
    Column("value", Text, nullable=False),
    Index("answers_of_field", "field_id"),
)

blocked_slot = Table(
    "blocked_slot",
    metadata,
    id_column(),
    reference("staff", "staff_id", nullable=True),
    reference("calendar", "calendar_id", nullable=True),
    Column("start", Instant, nullable=False),
    Column("end", Instant, nullable=False),
    Column("title", Text, nullable=False, default=""),
    Index("blocked_slot_time", "start", "end"),
    sqlite_autoincrement=True,
)

# Holidays and absences; a row of nobody is ignored, since its members were taken out.
time_off = Table(
    "time_off",
    metadata,
    id_column(),
    Column("title", Text, nullable=False, default=""),
    Column("first", DayColumn, nullable=False),
    Column("last", DayColumn, nullable=False, index=True),
    Column("from", Integer, nullable=True),  # minutes of the day, NULL: all of each day
    Column("to", Integer, nullable=True),
    Column("for_all", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

time_off_staff = Table(
    "time_off_staff",
    metadata,
    reference("time_off", "time_off_id", key=True),
    reference("staff", "staff_id", key=True),
)

# Those of a calendar file; those of a linked calendar are its events.
public_holiday = Table(
    "public_holiday",
    metadata,
    id_column(),
    Column("name", Text, nullable=False),
    Column("first", DayColumn, nullable=False),
    Column("last", DayColumn, nullable=False, index=True),
    sqlite_autoincrement=True,
)

# Who waits for a time: rows of days, weekdays and wall-clock minutes of the calendar's zone.
waiting = Table(
    "waiting",
    metadata,
    id_column(),
    reference("calendar", "calendar_id"),
    reference("contact", "contact_id"),
    Column("staff_id", Integer, ForeignKey("staff.id"), nullable=True),
    Column("first", DayColumn, nullable=False),
    Column("last", DayColumn, nullable=False),
    Column("weekdays", JSON, nullable=False),
    Column("after", Integer, nullable=False),
    Column("before", Integer, nullable=False),
    Column("variation", Text, nullable=False),
    Column("add_ons", JSON, nullable=False),
    Column("notes", Text, nullable=False),
    Column("since", Instant, nullable=False),
    # The oldest first, of all and of those who still wait.
    Index("waiting_since", "since", "id"),
    Index("waiting_until", "last"),
    sqlite_autoincrement=True,
)

# A reminder that fell due, or was put off: `due` is when it is heard next, `told` whether it was.
reminder = Table(
    "reminder",
    metadata,
    id_column(),
    Column("session", String(36), nullable=False),
    Column("start", Instant, nullable=False),
    Column("before", Integer, nullable=False),  # minutes
    Column("due", Instant, nullable=False),
    Column("claimed_at", Instant, nullable=True),  # by the process that is about to tell it
    Column("told", Boolean, nullable=False),
    Column("done", Boolean, nullable=False),
    Index("reminder_once", "session", "start", "before", unique=True),
    Index("reminder_start", "start"),
    sqlite_autoincrement=True,
)

"""What calendars ask whoever is booked, and the answers, which are searched like other words.

A yes or a no is no word that anybody looks for.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_PLACE = "(start) / 60 * 2147483648 + id * 4"  # as 0025 numbers an appointment


def upgrade() -> None:
    """Make both tables, and have the index follow the answers."""
    _make_tables()
    _make_text()
    for name, when, row in (
        ("comes", "INSERT", "new"),
        ("changes", "UPDATE", "new"),
        ("goes", "DELETE", "old"),
    ):
        _renew(f"appointment_answer_{name}", f"AFTER {when} ON appointment_answer", row)


def _make_tables() -> None:
    number, text = sa.Integer(), sa.Text()
    op.create_table(
        "intake_field",
        sa.Column("id", number, primary_key=True, autoincrement=True),
        _reference("calendar", "calendar_id", "intake_field"),
        sa.Column("position", number, nullable=False),
        sa.Column("name", text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intake_field_calendar_id", "intake_field", ["calendar_id"])
    op.create_table(
        "appointment_answer",
        _reference("appointment", "appointment_id", "appointment_answer"),
        _reference("intake_field", "field_id", "appointment_answer"),
        sa.Column("value", text, nullable=False),
        sa.PrimaryKeyConstraint("appointment_id", "field_id"),
    )
    op.create_index("answers_of_field", "appointment_answer", ["field_id"])


def _reference(table: str, name: str, of: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", name=f"fk_{of}_{name}", ondelete="CASCADE")
    return sa.Column(name, sa.Integer(), key, nullable=False)


def _make_text() -> None:
    """As 0025 made it, and the answers."""
    op.execute("DROP VIEW appointment_text")
    op.execute(f"""
        CREATE VIEW appointment_text AS
        SELECT id, {_PLACE} AS place,
            title || char(10) || notes || char(10) || location || char(10) || coalesce((
                SELECT group_concat(name || char(10) || email || char(10) || phone, char(10))
                FROM appointment_contact JOIN contact ON contact.id = contact_id
                WHERE appointment_id = appointment.id
            ), '') || coalesce((
                SELECT char(10) || group_concat(value, char(10))
                FROM appointment_answer
                WHERE appointment_id = appointment.id AND value NOT IN ('yes', 'no')
            ), '') AS words,
            'c' || calendar_id AS scope
        FROM appointment
    """)


def _renew(name: str, when: str, row: str) -> None:
    which = f"FROM appointment_text WHERE id = {row}.appointment_id"
    op.execute(f"""
        CREATE TRIGGER search_{name} {when} BEGIN
            DELETE FROM entry_index WHERE rowid IN (SELECT place {which});
            INSERT INTO entry_index (rowid, words, scope) SELECT place, words, scope {which};
        END
    """)

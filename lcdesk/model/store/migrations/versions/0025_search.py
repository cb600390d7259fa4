"""The words that are searched, kept in step by the database itself.

Triggers see every way in which a row comes, changes or goes: commands, undo, the sync's bulk
insertions, and rows that go with their parents. A place says when an entry begins, so that what
comes next and what was last are read in order and a page of them costs little among many.
"""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"

# Minutes since 1970, then the number of the row and its kind: 0, 1, 2 as the views stand here.
_PLACE = "({start}) / 60 * 2147483648 + {id} * 4 + {kind}"
_INDEX = "USING fts5({columns}, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')"
_MOST_NOTES = 2_000  # letters of an event's notes; each date of a series has them once more


def upgrade() -> None:
    """Make both indexes, fill them, and have them kept."""
    op.execute(f"CREATE VIRTUAL TABLE entry_index {_INDEX.format(columns='words, scope')}")
    op.execute(f"CREATE VIRTUAL TABLE contact_index {_INDEX.format(columns='words')}")
    _make_texts()
    for text in ("appointment_text", "blocked_text", "occurrence_text"):
        op.execute(_entries_of(text))
    op.execute(_contacts())
    _keep_entries("appointment", ("start", "title", "notes", "location", "calendar_id"))
    _keep_entries("blocked_slot", ("start", "title"))
    _keep_entries("occurrence", ("start", "own_start", "linked_id", "title", "location", "notes"))
    _keep_contacts()


def _make_texts() -> None:
    """What is indexed of a row: its place, its words, and whose it is."""
    op.execute(f"""
        CREATE VIEW appointment_text AS
        SELECT id, {_place_of("appointment")} AS place,
            title || char(10) || notes || char(10) || location || char(10) || coalesce((
                SELECT group_concat(name || char(10) || email || char(10) || phone, char(10))
                FROM appointment_contact JOIN contact ON contact.id = contact_id
                WHERE appointment_id = appointment.id
            ), '') AS words,
            'c' || calendar_id AS scope
        FROM appointment
    """)
    op.execute(f"""
        CREATE VIEW blocked_text AS
        SELECT id, {_place_of("blocked_slot")} AS place, title AS words, '' AS scope
        FROM blocked_slot
    """)
    op.execute(f"""
        CREATE VIEW occurrence_text AS
        SELECT id, {_place_of("occurrence")} AS place,
            title || char(10) || location || char(10) || substr(notes, 1, {_MOST_NOTES}) AS words,
            'l' || linked_id AS scope
        FROM occurrence
    """)


def _place_of(table: str, row: str = "") -> str:
    kind = ("appointment", "blocked_slot", "occurrence").index(table)
    start = "coalesce({row}own_start, {row}start)" if table == "occurrence" else "{row}start"
    return _PLACE.format(start=start.format(row=row), id=f"{row}id", kind=kind)


def _entries_of(text: str, which: str = "") -> str:
    columns = "INSERT INTO entry_index (rowid, words, scope) SELECT place, words, scope"
    return f"{columns} FROM {text} {which}"


def _contacts(which: str = "") -> str:
    words = "name || char(10) || email || char(10) || phone || char(10) || notes"
    columns = "INSERT INTO contact_index (rowid, words) SELECT id,"
    return f"{columns} {words} FROM contact {which}"


def _keep_entries(table: str, columns: tuple[str, ...]) -> None:
    text = "blocked_text" if table == "blocked_slot" else f"{table}_text"
    add = _entries_of(text, "WHERE id = new.id;")
    remove = f"DELETE FROM entry_index WHERE rowid = {_place_of(table, 'old.')};"
    _trigger(f"{table}_comes", f"AFTER INSERT ON {table}", add)
    _trigger(f"{table}_goes", f"AFTER DELETE ON {table}", remove)
    _trigger(f"{table}_changes", f"AFTER UPDATE ON {table} {_differs(columns)}", remove + add)


def _keep_contacts() -> None:
    """Of appointments too, which are found by their contacts."""
    add, remove = _contacts("WHERE id = new.id;"), "DELETE FROM contact_index WHERE rowid = old.id;"
    own = ("name", "email", "phone", "notes")
    theirs = "SELECT appointment_id FROM appointment_contact WHERE contact_id = new.id"
    _trigger("contact_comes", "AFTER INSERT ON contact", add)
    _trigger("contact_goes", "AFTER DELETE ON contact", remove)
    _trigger("contact_changes", f"AFTER UPDATE ON contact {_differs(own)}", remove + add)
    _trigger(
        "contact_of_appointments_changes",
        f"AFTER UPDATE ON contact {_differs(own[:3])}",
        _renewal(f"id IN ({theirs})"),
    )
    joined = "appointment_contact"
    _trigger(f"{joined}_comes", f"AFTER INSERT ON {joined}", _renewal("id = new.appointment_id"))
    _trigger(f"{joined}_goes", f"AFTER DELETE ON {joined}", _renewal("id = old.appointment_id"))


def _renewal(which: str) -> str:
    places = f"SELECT place FROM appointment_text WHERE {which}"
    remove = f"DELETE FROM entry_index WHERE rowid IN ({places});"
    return remove + _entries_of("appointment_text", f"WHERE {which};")


def _differs(columns: tuple[str, ...]) -> str:
    return "WHEN " + " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns)


def _trigger(name: str, when: str, then: str) -> None:
    op.execute(f"CREATE TRIGGER search_{name} {when} BEGIN {then} END")

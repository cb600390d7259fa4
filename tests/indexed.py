"""Whether the index of words says what the rows say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_TEXTS = ("appointment_text", "blocked_text", "occurrence_text")


def check_index(file: Path) -> None:
    """Every row is indexed as it is now, nothing else is, and the index is whole."""
    with closing(sqlite3.connect(file)) as raw:
        wanted = " UNION ALL ".join(f"SELECT place, words, scope FROM {text}" for text in _TEXTS)
        indexed = "SELECT rowid, words, scope FROM entry_index"
        assert sorted(raw.execute(indexed)) == sorted(raw.execute(wanted))
        people = raw.execute("SELECT id, name, email, phone, notes FROM contact")
        texts = [(number, "\n".join(words)) for number, *words in people]
        assert sorted(raw.execute("SELECT rowid, words FROM contact_index")) == sorted(texts)
        for index in ("entry_index", "contact_index"):
            raw.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")

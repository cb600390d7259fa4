"""What an entry is called in notes: whom it is for, wherever it lies."""

from __future__ import annotations

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.week.week_model import WeekModel


def name_of(database: Database, week: WeekModel, entry: AgendaEntry) -> str:
    """Who an entry is for, else what it is called.

    The agenda lists entries outside the days that the week has read.
    """
    names = week.texts().people([entry])
    if not names and entry.contacts:
        with database.read() as reader:
            known = contacts(reader, entry.contacts)
        names = [known[who].name for who in entry.contacts if who in known]
    return as_line(names[0] if names else entry.title)

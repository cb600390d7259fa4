"""The stretch of the agenda that is in memory: pages around a day, far ones let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import EARLIEST
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.agenda_pages import (
    AgendaKey,
    AgendaPage,
    AgendaQuestion,
    key_of,
    read_indexed_page,
)
from lcdesk.ui.context.context_model import Context

PAGE = 120  # entries; several screens
MOST = 600
_MOST_UNDER_WAY = 60
MOST_KEPT = 5_000  # while several are selected: a selection must not lose what was scrolled away


def shown_entries(context: Context) -> AgendaQuestion:
    """All that the tab and the check marks let be seen."""
    directory, shown = context.directory, context.shown
    calendars, staff, blocks_of = None, None, None
    if shown.kind is not None or shown.hidden_calendars:
        calendars = frozenset(
            number
            for number, calendar in directory.calendars.items()
            if shown.shows_calendar(calendar)
        )
    if shown.hidden_staff:
        staff = frozenset(directory.staff) - shown.hidden_staff
    if shown.hidden_staff or shown.kind is not None:
        blocks_of = frozenset(member.id for member in directory.shown_staff(shown))
    return AgendaQuestion(calendars=calendars, staff=staff, blocks_of=blocks_of)


class AgendaPages:
    """Entries in the order of time, and whether there are more on either side."""

    def __init__(self, database: Database, page: int = PAGE, most: int = MOST) -> None:
        self._database = database
        self._page = page
        self._most = most
        self._question = AgendaQuestion()
        self._low = self._high = AgendaKey.at(EARLIEST)
        self.keeps_all = False
        self.entries: list[AgendaEntry] = []
        self.under_way: tuple[AgendaEntry, ...] = ()  # before the first entry, and not over then
        self.contacts: dict[int, Contact] = {}
        self.has_before = False
        self.has_after = False

    def begin(self, question: AgendaQuestion, moment: datetime) -> None:
        """Read what lies around a moment: a page of what begins then or later, and one before."""
        self._question = question
        self._low = self._high = AgendaKey.at(moment)
        self.entries = []
        self.has_before = self.has_after = True
        self._take_after()
        self._take_before()
        self._read_under_way()
        self._read_contacts()

    def read_more(self, *, backwards: bool) -> bool:
        """Read the next page on one side, and let go of what is far on the other.

        Returns whether anything changed.
        """
        if not (self.has_before if backwards else self.has_after):
            return False
        if backwards:
            self._take_before()
        else:
            self._take_after()
        self._let_go(at_end=backwards)
        self._read_under_way()
        self._read_contacts()
        return True

    def read_all(self) -> None:
        """Read page after page on both sides, as far as what is selected may be kept."""
        self.keeps_all = True
        while len(self.entries) < MOST_KEPT and (self.has_before or self.has_after):
            if self.has_after:
                self._take_after()
            if self.has_before:
                self._take_before()
        self._let_go(at_end=True)
        self._read_under_way()
        self._read_contacts()

    def read_again(self, question: AgendaQuestion) -> None:
        """Read the same stretch as it is now, with what has come behind its ends if it had none."""
        self._question = question
        start = self._low if self.has_before else AgendaKey.at(EARLIEST)
        page = self._ask(start, len(self.entries) + self._page, backwards=False)
        self.entries = list(page.entries)
        self._low, self._high = page.first or start, page.last or start
        self.has_after = page.has_more
        if page.first is None:  # everything is gone: what lies before is all there is
            self._take_before()
        self._let_go(at_end=True)
        self.contacts.clear()
        self._read_under_way()
        self._read_contacts()

    def _take_after(self) -> None:
        page = self._ask(self._high, self._page + 1, backwards=False)  # the last one once more
        known = {entry.row for entry in self.entries[-self._page :]}
        self.entries += [entry for entry in page.entries if entry.row not in known]
        self._high = page.last or self._high
        self.has_after = page.has_more

    def _take_before(self) -> None:
        page = self._ask(self._low, self._page, backwards=True)
        self.entries[:0] = page.entries
        self._low = page.first or self._low
        self.has_before = page.has_more

    def _ask(self, key: AgendaKey, most: int, *, backwards: bool) -> AgendaPage:
        return read_indexed_page(self._database, self._question, key, most, backwards=backwards)

    def _let_go(self, *, at_end: bool) -> None:
        surplus = len(self.entries) - (MOST_KEPT if self.keeps_all else self._most)
        if surplus <= 0:
            return
        if at_end:
            del self.entries[-surplus:]
            self._high = key_of(self.entries[-1])
            self.has_after = True
        else:
            del self.entries[:surplus]
            self._low = key_of(self.entries[0])
            self.has_before = True

    def _read_under_way(self) -> None:
        self.under_way = ()
        if self.has_before and self.entries:
            begin = self._low.start
            goes_on = replace(
                self._question, ends_after=max(begin, self._question.ends_after or begin)
            )
            page = read_indexed_page(
                self._database, goes_on, self._low, _MOST_UNDER_WAY, backwards=True
            )
            self.under_way = page.entries

    def _read_contacts(self) -> None:
        wanted = {who for entry in (*self.under_way, *self.entries) for who in entry.contacts}
        unknown = wanted - self.contacts.keys()
        for gone in self.contacts.keys() - wanted:
            del self.contacts[gone]
        if unknown:
            with self._database.read() as reader:
                self.contacts |= contacts(reader, unknown)

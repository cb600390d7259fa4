"""Weeks that were read and made, kept until the store changes."""

from __future__ import annotations

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.clock import Clock
from lcdesk.model.store.database import Database
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.agenda_week import MadeWeek, Scope
from lcdesk.ui.week.entry_cache_model import MOST_WEEKS, EntryShelf
from lcdesk.ui.week.open_slots_model import OpenShelf
from lcdesk.ui.week.reading_model import WeekAsked, WeekRead, worded
from lcdesk.ui.wording.formats import Forms


class WeekShelf:
    """Entries, made weeks and open times, by days and zone."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.open_times = OpenShelf(database, clock)
        self._entries = EntryShelf(database)
        self._made: dict[tuple[Days, str], MadeWeek] = {}  # those whose entries are worded too

    def take(self, scope: Scope, forms: Forms) -> MadeWeek:
        """The week of these days, read and made now unless it is kept."""
        found = self._made.get((scope.days, scope.zone))
        if found is None:
            found = worded(self._entries.take(scope.days, scope.zone), scope, forms)
        self._keep_made(scope, found)
        return found

    def is_ready(self, days: Days, zone_name: str, bookable: Calendar | None) -> bool:
        """Whether showing these days reads and asks nothing."""
        is_open_known = bookable is None or self.open_times.kept(bookable, days, zone_name)
        return (days, zone_name) in self._made and bool(is_open_known)

    def asked(self, scope: Scope, forms: Forms, bookable: Calendar | None) -> WeekAsked:
        """The question for these days, with what is known of them."""
        return WeekAsked(scope, forms, bookable, self._entries.kept(scope.days, scope.zone))

    def put(self, asked: WeekAsked, read: WeekRead) -> None:
        """Keep an answer."""
        days, zone_name = asked.scope.days, asked.scope.zone
        self._entries.put(days, zone_name, read.stack)
        self._keep_made(asked.scope, read.made)
        if read.times is not None:
            self.open_times.put(days, zone_name, read.times)

    def make_anew(self) -> None:
        """Words, filters or the hour have changed; the entries are the same."""
        self._made.clear()

    def clear(self) -> None:
        """The store has changed."""
        self._entries.clear()
        self._made.clear()
        self.open_times.clear()

    def _keep_made(self, scope: Scope, made: MadeWeek) -> None:
        key = (scope.days, scope.zone)
        self._made.pop(key, None)
        self._made[key] = made  # last, so that it is the last to go
        while len(self._made) > MOST_WEEKS:
            del self._made[next(iter(self._made))]

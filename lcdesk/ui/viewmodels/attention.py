"""What waits for a person: deleted in iCloud, changed in both places, refused, unreadable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.remote import ObjectState, OutboxState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.agenda import agenda
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.wording import tr

_ASKING = (ObjectState.GONE, ObjectState.CONFLICT, ObjectState.QUARANTINED)
_WHY = {
    ObjectState.GONE: "Deleted in iCloud",
    ObjectState.CONFLICT: "Changed here and in iCloud",
    ObjectState.QUARANTINED: "Could not be read",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to look at. `day` None: it has no place in the week."""

    entry: str
    title: str
    why: str
    when: str = ""
    day: date | None = None
    has_choices: bool = False  # the card offers what to do


def matters(
    reader: Reader, *, now: datetime, tz: ZoneInfo, words: LocaleFormat
) -> tuple[Matter, ...]:
    """Everything that waits, the next to come first."""
    found = _Found(reader, now, tz, words)
    asking = [found.of_object(one) for one in objects.objects_in_state(reader, *_ASKING)]
    dead = {one.object for one in outbox.entries(reader) if one.state is OutboxState.DEAD}
    for object_id in sorted(dead):
        known = objects.get_object(reader, object_id)
        if known is not None and known.state not in _ASKING:
            asking.append(found.of_refused(known))
    known_ones = {one.entry: one for one in asking}
    return tuple(sorted(known_ones.values(), key=lambda one: (one.day or date.max, one.entry)))


@dataclass(frozen=True, slots=True)
class _Found:
    reader: Reader
    now: datetime
    tz: ZoneInfo
    words: LocaleFormat

    def of_object(self, one: RemoteObject) -> Matter:
        why = tr(_WHY[one.state])
        if one.is_own:
            return self._of_appointment(one, why)
        if one.state is ObjectState.QUARANTINED:
            return Matter(f"e{one.id}", tr("An event from iCloud"), why)
        return self._of_mirrored(one, why)

    def of_refused(self, one: RemoteObject) -> Matter:
        return self._of_appointment(one, tr("Refused by iCloud"))

    def _of_appointment(self, one: RemoteObject, why: str) -> Matter:
        seats = appointments_of_session(self.reader, one.session or "")
        if not seats:
            return Matter(f"e{one.id}", tr("An appointment"), why)
        first: Appointment = seats[0]
        matter = self._placed(f"a{first.id}", first.title, why, first.span)
        return replace(matter, has_choices=one.state is ObjectState.GONE)

    def _of_mirrored(self, one: RemoteObject, why: str) -> Matter:
        span = _nearest(objects.occurrence_spans(self.reader, one.id), self.now)
        if span is None:
            return Matter(f"e{one.id}", tr("An event from iCloud"), why)
        entries = agenda(self.reader, span)
        title = next((entry.title for entry in entries if entry.id == f"e{one.id}"), "")
        matter = self._placed(f"e{one.id}", title or tr("An event from iCloud"), why, span)
        return replace(matter, has_choices=one.state is ObjectState.GONE)

    def _placed(self, entry: str, title: str, why: str, span: TimeSpan) -> Matter:
        day = local_day(span.start, self.tz)
        time = self.words.time(wall_minute(span.start, self.tz))
        return Matter(entry, title, why, f"{self.words.day(day)}, {time}", day)


def _nearest(spans: Iterable[TimeSpan], now: datetime) -> TimeSpan | None:
    """The next one to come, else the last one that was."""
    ordered = sorted(spans)
    ahead = [span for span in ordered if span.end > now]
    if ahead:
        return ahead[0]
    return ordered[-1] if ordered else None

"""Why a time is not open, while something is dragged there or swept out.

What the rules look at is read once a drag, beside the window's thread, and answers for every time
of the days on the screen; what was answered is kept until it is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.service import length_of
from lcdesk.model.booking.situation import Reason, Situation
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.appointments import chooses_among
from lcdesk.model.commands.moving import situation_of_move
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, wall_minute
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.booking.draft_model import PICKED_START, likely_calendars
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.wall_spans import drag_edges, drop_start, span_on_wall
from lcdesk.ui.entries.drop_answer_model import never_taken
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week import Drop
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import sentences, tr, with_number

_LONGEST = timedelta(days=7)
_MOST = 3  # reasons beside the pointer; the drop says all


@dataclass(frozen=True, slots=True)
class Dragged:
    """Something on its way: `entry` is empty for a new one. `end` is a wall-clock minute.

    `is_resized` says that its start or its end alone is dragged.
    """

    entry: str
    drop: Drop
    end: int
    copies: bool = False
    is_resized: bool = False


_Key = tuple[str, bool, int | None]
_Read = Callable[[Reader], Sequence[Situation]]


class DragReasons(QObject):
    """Answers at once from what it knows; `changed` says that it knows more."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        week: WeekModel,
        *,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._week = week
        self._aside = aside
        self._known: dict[_Key, Sequence[Situation] | None] = {}  # None: it is being read
        self._said: dict[Dragged, str] = {}
        news.changed.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """It was dropped, or the store has changed."""
        self._known = {}
        self._said.clear()

    def why(self, dragged: Dragged) -> str:
        """Why it could not be there, a line each; empty where it can, or nobody knows yet."""
        found = self._said.get(dragged)
        if found is None:
            answer = self._why_new(dragged) if not dragged.entry else self._why_moved(dragged)
            if answer is None:
                return ""
            found = self._said[dragged] = answer
        return found

    def why_not_all_day(self, entry: str) -> str:
        """Why it could not be among the all-day entries."""
        group = self._week.group(entry)
        if group is not None and group.lead.kind is EntryKind.APPOINTMENT:
            return tr("An appointment begins at a time of day. Drop it there.")
        return tr("It keeps its length when it is dragged. To fill a whole day, change its times.")

    # --- asking -----------------------------------------------------------------------------

    def _why_new(self, dragged: Dragged) -> str | None:
        """None while it is being read. It is open where any of the likely calendars is."""
        around = self._situations(dragged, self._read_likely(dragged.drop.taker))
        if around is None:
            return None
        wished = span_on_wall(
            dragged.drop.day, dragged.drop.minute, dragged.end, self._week.context.tz
        )
        if not wished.length:
            return tr("The clocks skip this hour")
        first: tuple[str, Sequence[Reason]] | None = None
        for each in around:
            length = (
                length_of(each)
                if dragged.end - dragged.drop.minute <= PICKED_START
                else wished.length
            )
            team = (dragged.drop.taker,) if dragged.drop.taker else ()
            named = team if chooses_among(each.calendar, team) else ()
            slot = check(each, TimeSpan.of_length(wished.start, length), named or None)
            if slot.open:
                return ""
            first = first or (each.calendar.name, slot.reasons)
        if first is None:
            return ""
        head = tr("Not open on {calendar}:").format(calendar=first[0])
        return "\n".join((head, *_lines(first[1])))

    def _why_moved(self, dragged: Dragged) -> str | None:
        group = self._week.group(dragged.entry)
        if group is None:
            return ""
        lead, after = group.lead, self._after(group, dragged)
        never = self._never(group, dragged)
        is_there = after.start == lead.span.start and not dragged.drop.is_handed_over
        stays = is_there and not dragged.copies and not dragged.is_resized
        if never or stays:
            return never
        skipped = self._skipped(dragged, after)
        if lead.kind is not EntryKind.APPOINTMENT or not after.length:
            return skipped
        around = self._situations(dragged, self._read_move(lead, copies=dragged.copies))
        if not around:
            return None if around is None else ""
        staff = dragged.drop.staff_of(lead.staff)
        named = staff if chooses_among(around[0].calendar, staff) else ()
        slot = check(around[0], after, named or None)
        reasons = () if slot.open else _lines(slot.reasons)
        return "\n".join(line for line in (skipped, *reasons) if line)

    def _skipped(self, dragged: Dragged, after: TimeSpan) -> str:
        """That the clocks skip the time under the pointer, and where it would be instead."""
        tz = self._week.context.tz
        start = wall_minute(after.start, tz)
        if dragged.is_resized:
            return "" if after.length else tr("The clocks skip this hour")
        if start == dragged.drop.minute:
            return ""
        time = self._week.context.locale.time(start)
        return tr("The clocks skip this hour. It would begin at {time}.").format(time=time)

    def _never(self, group: Group, dragged: Dragged) -> str:
        """What no time would mend."""
        if group.seats is not None and dragged.is_resized:
            return tr("The length of a class session is fixed by its calendar.")
        if group.seats is not None and dragged.copies:
            return tr("A class session is not copied. Book a seat at the other time instead.")
        if group.lead.origin is Origin.ICLOUD and dragged.copies:
            return tr("An event that was made elsewhere is not copied here.")
        return never_taken(self._week.context.directory, group.lead, dragged.drop)

    def _after(self, group: Group, dragged: Dragged) -> TimeSpan:
        """When it would be."""
        drop, span, tz = dragged.drop, group.lead.span, self._week.context.tz
        if dragged.is_resized:
            return drag_edges(span, drop.day, drop.minute, dragged.end, tz)
        return TimeSpan.of_length(drop_start(span, drop.day, drop.minute, tz), span.length)

    # --- reading beside the window's thread --------------------------------------------------

    def _situations(self, dragged: Dragged, read: _Read) -> Sequence[Situation] | None:
        """What was read for this drag; None while it is."""
        member = None if dragged.entry else dragged.drop.taker
        key = (dragged.entry, dragged.copies, member)
        if key not in self._known:
            self._known[key] = None
            work = partial(_read_aside, self._database, self._asked(), read)
            self._aside.ask(work, partial(self._take, self._known, key))
        return self._known[key]

    def _take(
        self,
        known: dict[_Key, Sequence[Situation] | None],
        key: _Key,
        done: Future[Sequence[Situation]],
    ) -> None:
        if known is self._known:  # not forgotten meanwhile
            known[key] = done.result()
            self.changed.emit()

    def _asked(self) -> TimeSpan:
        days, context = self._week.days, self._week.context
        return day_span(days.first, context.tz, days.count).widen(timedelta(), _LONGEST)

    def _read_likely(self, member: int | None) -> _Read:
        context, asked = self._week.context, self._asked()
        now, here = context.clock(), context.zone_name
        calendars = likely_calendars(context, member)

        def read(reader: Reader) -> Sequence[Situation]:
            return [
                situation(reader, calendar, asked=asked, now=now, here=here)
                for calendar in calendars
            ]

        return read

    def _read_move(self, lead: AgendaEntry, *, copies: bool) -> _Read:
        context, asked = self._week.context, self._asked()
        now, here = context.clock(), context.zone_name

        def read(reader: Reader) -> Sequence[Situation]:
            return [
                situation_of_move(
                    reader, lead.number, asked=asked, copies=copies, now=now, here=here
                )
            ]

        return read


def _read_aside(database: Database, asked: TimeSpan, read: _Read) -> Sequence[Situation]:
    """Nothing where the rules refuse to look: the drop says why."""
    try:
        ensure_indexed(database, asked)
        with database.read() as reader:
            return read(reader)
    except LcdeskError:
        return ()


def _lines(reasons: Sequence[Reason]) -> list[str]:
    """The first reasons, and how many more there are."""
    lines = list(sentences(reasons))
    more = len(lines) - _MOST
    if more > 0:
        lines[_MOST:] = [with_number(more, "and {n} more reason", "and {n} more reasons")]
    return lines

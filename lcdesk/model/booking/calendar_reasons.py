"""The reasons that are the calendar's, whoever would take the booking.

**Decided** (docs/rules/booking.md, "Slots"):
- A slot that starts this very moment has not started already; PAST is for earlier starts.
- NOTICE is a reason only where a minimum notice is set; a start in the past then has both.
- The booking window is elapsed time from now; a start exactly at its end is still inside.
- A blocked slot of the calendar is told once, as the calendar's, and not for every member.
- A resource is one reason and names all who have it while it is full.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lcdesk.model.booking import english
from lcdesk.model.booking.busy import collisions
from lcdesk.model.booking.hours import by_day
from lcdesk.model.booking.kinds import LIMITED_PER_MEMBER, count_in, seats_taken
from lcdesk.model.booking.reasons import clash
from lcdesk.model.booking.service import full_stretches
from lcdesk.model.booking.situation import NOTHING, Reason, ReasonCode, ResourceUse, with_buffers
from lcdesk.model.booking.slot_query import SlotQuery, edges
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import zone

ReasonLists = list[list[Reason]]
"""The calendar's reasons against every candidate; an empty list lets it through."""


def calendar_reasons(
    query: SlotQuery, *, left: list[int] | None, hidden: frozenset[int]
) -> ReasonLists:
    """Every reason of the calendar; seats `left`, and the starts `hidden` by look busy."""
    reasons: ReasonLists = [[] for _ in query.grid.starts]
    _time(reasons, query)
    _day_limit(reasons, query)
    _seats(reasons, query, left=left)
    _add_blocked(reasons, query)
    for use in query.situation.resources:
        _resource(reasons, query, use=use)
    for index, second in enumerate(query.grid.seconds if hidden else ()):
        if second in hidden:
            reasons[index].append(Reason(ReasonCode.LOOKBUSY, "hidden to look busy"))
    return reasons


def seats_left(query: SlotQuery) -> list[int] | None:
    """How many seats each candidate has left; None where the calendar is no class."""
    if query.calendar.kind is not CalendarKind.CLASS:
        return None
    taken, grid = seats_taken(query.booked), query.grid
    return [
        max(0, query.calendar.seats - taken[grid.at(index)]) for index in range(len(grid.starts))
    ]


def _add(reasons: ReasonLists, indexes: Iterable[int], *, reason: Reason) -> None:
    for index in indexes:
        reasons[index].append(reason)


def _time(reasons: ReasonLists, query: SlotQuery) -> None:
    starts, now, calendar = query.grid.starts, query.situation.now, query.calendar
    past = Reason(ReasonCode.PAST, "already started")
    _add(reasons, range(bisect_left(starts, now)), reason=past)
    if calendar.notice:
        what = f"less than the minimum notice of {english.length(calendar.notice)}"
        soon = range(bisect_left(starts, now + calendar.notice))
        _add(reasons, soon, reason=Reason(ReasonCode.NOTICE, what))
    if calendar.window is not None:
        what = f"beyond the booking window of {english.length(calendar.window)}"
        far = range(bisect_right(starts, now + calendar.window), len(starts))
        _add(reasons, far, reason=Reason(ReasonCode.TOOFAR, what))


def _day_limit(reasons: ReasonLists, query: SlotQuery) -> None:
    limit, kind = query.calendar.per_day, query.calendar.kind
    if limit is None or kind in LIMITED_PER_MEMBER:
        return
    is_class = kind is CalendarKind.CLASS
    spans = [booked.span for booked in query.booked]
    sessions = set(spans) if is_class else set()
    starts = sorted(span.start for span in (sessions or spans))
    for run in by_day(query.grid, zone(query.calendar.zone)):
        count = count_in(starts, run.span)
        if count < limit:
            continue
        what = f"the limit of {limit} a day is reached on {english.day(run.first)}"
        # A seat in a session that exists does not make the day fuller.
        new = (
            i for i in range(run.low, run.high) if not is_class or query.grid.at(i) not in sessions
        )
        _add(reasons, new, reason=Reason(ReasonCode.DAYLIMIT, what))


def _seats(reasons: ReasonLists, query: SlotQuery, *, left: list[int] | None) -> None:
    what = f"all {query.calendar.seats} seats are taken"
    full = (index for index, count in enumerate(left or ()) if not count)
    _add(reasons, full, reason=Reason(ReasonCode.NO_SEATS, what))


def _add_blocked(reasons: ReasonLists, query: SlotQuery) -> None:
    blocked = with_buffers(query.situation.blocked)
    for index, there in collisions(blocked, query.edges).items():
        reasons[index] += dict.fromkeys(clash(busy, index, query) for busy in there)


def _resource(reasons: ReasonLists, query: SlotQuery, *, use: ResourceUse) -> None:
    whole = edges(query.grid, NOTHING, query.grid.length)
    full = full_stretches(use, query.situation.moving)
    for index, meeting in collisions(full, [whole]).items():
        by_number = {number: hold for having in meeting for number, hold in having.items()}
        names = ", ".join(by_number[number].what for number in sorted(by_number))
        reasons[index].append(Reason(ReasonCode.RESOURCE, f"{use.resource.name}: {names}"))

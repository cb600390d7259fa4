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

from lcdesk.model.booking import words
from lcdesk.model.booking.busy import collisions
from lcdesk.model.booking.capacity import LIMITED_PER_MEMBER, count_in
from lcdesk.model.booking.grid import by_day
from lcdesk.model.booking.kinds import seats_taken
from lcdesk.model.booking.reasons import clash
from lcdesk.model.booking.service import full_stretches
from lcdesk.model.booking.situation import NOTHING, Reason, ReasonCode, ResourceUse, guarded
from lcdesk.model.booking.slot_query import SlotQuery, edges
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import zone

Gate = list[list[Reason]]
"""The calendar's reasons against every candidate; an empty list lets it through."""


def calendar_reasons(inquiry: SlotQuery, *, left: list[int] | None, hidden: frozenset[int]) -> Gate:
    """Every reason of the calendar; seats `left`, and the starts `hidden` by look busy."""
    gate: Gate = [[] for _ in inquiry.grid.starts]
    _time(gate, inquiry)
    _day_limit(gate, inquiry)
    _seats(gate, inquiry, left=left)
    _blocked(gate, inquiry)
    for use in inquiry.situation.resources:
        _resource(gate, inquiry, use=use)
    for index, second in enumerate(inquiry.grid.seconds if hidden else ()):
        if second in hidden:
            gate[index].append(Reason(ReasonCode.LOOKBUSY, "hidden to look busy"))
    return gate


def seats_left(inquiry: SlotQuery) -> list[int] | None:
    """How many seats each candidate has left; None where the calendar is no class."""
    if inquiry.calendar.kind is not CalendarKind.CLASS:
        return None
    taken, grid = seats_taken(inquiry.booked), inquiry.grid
    return [
        max(0, inquiry.calendar.seats - taken[grid.at(index)]) for index in range(len(grid.starts))
    ]


def _add(gate: Gate, indexes: Iterable[int], *, reason: Reason) -> None:
    for index in indexes:
        gate[index].append(reason)


def _time(gate: Gate, inquiry: SlotQuery) -> None:
    starts, now, calendar = inquiry.grid.starts, inquiry.situation.now, inquiry.calendar
    past = Reason(ReasonCode.PAST, "already started")
    _add(gate, range(bisect_left(starts, now)), reason=past)
    if calendar.notice:
        what = f"less than the minimum notice of {words.length(calendar.notice)}"
        soon = range(bisect_left(starts, now + calendar.notice))
        _add(gate, soon, reason=Reason(ReasonCode.NOTICE, what))
    if calendar.window is not None:
        what = f"beyond the booking window of {words.length(calendar.window)}"
        far = range(bisect_right(starts, now + calendar.window), len(starts))
        _add(gate, far, reason=Reason(ReasonCode.TOOFAR, what))


def _day_limit(gate: Gate, inquiry: SlotQuery) -> None:
    limit, kind = inquiry.calendar.per_day, inquiry.calendar.kind
    if limit is None or kind in LIMITED_PER_MEMBER:
        return
    is_class = kind is CalendarKind.CLASS
    spans = [booked.span for booked in inquiry.booked]
    sessions = set(spans) if is_class else set()
    starts = sorted(span.start for span in (sessions or spans))
    for run in by_day(inquiry.grid, zone(inquiry.calendar.zone)):
        count = count_in(starts, run.span)
        if count < limit:
            continue
        what = f"the limit of {limit} a day is reached on {words.day(run.first)}"
        # A seat in a session that exists does not make the day fuller.
        new = (
            i
            for i in range(run.low, run.high)
            if not is_class or inquiry.grid.at(i) not in sessions
        )
        _add(gate, new, reason=Reason(ReasonCode.DAYLIMIT, what))


def _seats(gate: Gate, inquiry: SlotQuery, *, left: list[int] | None) -> None:
    what = f"all {inquiry.calendar.seats} seats are taken"
    full = (index for index, count in enumerate(left or ()) if not count)
    _add(gate, full, reason=Reason(ReasonCode.NO_SEATS, what))


def _blocked(gate: Gate, inquiry: SlotQuery) -> None:
    blocked = guarded(inquiry.situation.blocked)
    for index, there in collisions(blocked, inquiry.edges).items():
        gate[index] += dict.fromkeys(clash(busy, index, inquiry) for busy in there)


def _resource(gate: Gate, inquiry: SlotQuery, *, use: ResourceUse) -> None:
    whole = edges(inquiry.grid, NOTHING, inquiry.grid.length)
    full = full_stretches(use, inquiry.situation.moving)
    for index, meeting in collisions(full, [whole]).items():
        by_number = {number: hold for having in meeting for number, hold in having.items()}
        names = ", ".join(by_number[number].what for number in sorted(by_number))
        gate[index].append(Reason(ReasonCode.RESOURCE, f"{use.resource.name}: {names}"))

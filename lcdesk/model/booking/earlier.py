"""The dates of one booking that are planned already, as the dates after them meet them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from lcdesk.model.booking.situation import Booked, Busy, Choice, Hold, Situation
from lcdesk.model.booking.taken import appointment_busy
from lcdesk.model.domain.timespan import TimeSpan


class Earlier:
    """Appointments that are not in the store yet, for who `name` is.

    Not for a class, whose seats share a session.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._booked: list[Booked] = []
        self._busy: defaultdict[int, list[Busy]] = defaultdict(list)

    @property
    def spans(self) -> tuple[TimeSpan, ...]:
        """When they are."""
        return tuple(booked.span for booked in self._booked)

    def add(self, around: Situation, span: TimeSpan, choice: Choice) -> None:
        """One more, which goes to the chosen members of `around`."""
        made = Booked(span, choice.staff, what=self._name, made=around.now)
        self._booked.append(made)
        for member in around.members:
            who = member.staff
            if who.id in choice.staff:
                busy = appointment_busy(span, around.calendar, who, name=self._name)
                self._busy[who.id].append(busy)

    def within(self, around: Situation) -> Situation:
        """The situation as it would be read after they were booked."""
        if not self._booked:
            return around
        holds = tuple(Hold(booked.span, self._name) for booked in self._booked)
        return replace(
            around,
            booked=tuple(sorted((*around.booked, *self._booked), key=lambda one: one.span.start)),
            members=tuple(
                replace(member, busy=(*member.busy, *self._busy[member.staff.id]))
                if member.staff.id in self._busy
                else member
                for member in around.members
            ),
            resources=tuple(
                replace(resource_use, holds=(*resource_use.holds, *holds))
                for resource_use in around.resources
            ),
        )

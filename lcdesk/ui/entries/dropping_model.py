"""An appointment that is dropped at another time: moved there, or copied with Ctrl held.

The member stays: a client who is dragged is not handed to somebody else without a word. Where
the member cannot, the rules say who could, and the person chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from lcdesk.model.commands.appointments import Preview, move
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.moving import copy_appointment, preview_copy, preview_move
from lcdesk.model.commands.reassign import Reassignment, reassign
from lcdesk.model.domain.errors import LcdeskError, RefusedByRule
from lcdesk.model.domain.events import AgendaEntry, Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import wall_minute
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.context.before_change_model import trial
from lcdesk.ui.offers import Offer, Work
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import sentences, tr
from lcdesk.ui.wording.messages import name_list
from lcdesk.ui.wording.undo_words import undo_offer


@dataclass(frozen=True, slots=True)
class Ways:
    """Why the member cannot, and who could by the rules; nobody where they refuse everybody."""

    why: str
    others: tuple[int, ...] = ()


class Dropped(Protocol):
    """One drop. Each of the three works is done in a transaction of its own."""

    def keep(self, tx: Transaction) -> None:
        """As it was dropped. Raises SlotNotOpen."""

    def insist(self, tx: Transaction) -> None:
        """The same against the rules."""

    def hand_over(self, tx: Transaction) -> None:
        """To whom `ways` named. Raises RefusedByRule where that is somebody else by now."""

    def ways(self, tx: Transaction) -> Ways:
        """Why `keep` is refused."""

    @property
    def refusal(self) -> str:
        """A sentence with `{why}`."""

    @property
    def insisting(self) -> str:
        """What a button reads that does it against the rules."""

    def offer(self, step: int) -> Offer:
        """What was done, who has it, and the way back."""


class Moving:
    """A move: all seats of a session together."""

    def __init__(
        self,
        week: WeekModel,
        group: Group,
        start: datetime,
        length: timedelta | None,
        name: str,
        *,
        taker: int | None = None,
    ) -> None:
        """`name` is what it is called where it is told of.

        `taker` is the member who is to have it; None stays with whom it has.
        """
        self._week = week
        self._group = group
        self._name = name
        self._start = start
        self._length = length
        self._taker = taker
        self._others: tuple[int, ...] = ()
        self._done: list[Appointment] = []

    def keep(self, tx: Transaction) -> None:
        self._move(tx, insist=False)

    def insist(self, tx: Transaction) -> None:
        self._move(tx, insist=True)

    def hand_over(self, tx: Transaction) -> None:
        self._move(tx, insist=False, is_open=True)
        _refuse_strangers(self._done, self._others)

    def ways(self, tx: Transaction) -> Ways:
        lead = self._group.lead
        own, free = (
            preview_move(
                tx,
                lead.number,
                start=self._start,
                length=self._length,
                staff=staff,
                now=self._week.context.clock(),
                here=self._week.context.zone_name,
            )
            for staff in (lead.staff if self._taker is None else (self._taker,), ())
        )
        ways = _ways(own, free, lead)
        self._others = ways.others
        return ways

    @property
    def refusal(self) -> str:
        if self._is_stretched or self._taker is not None:
            return tr("Not changed. {why}")
        return tr("Not moved. {why}")

    @property
    def insisting(self) -> str:
        is_moved = not self._is_stretched and self._start != self._group.lead.span.start
        return tr("Move anyway") if is_moved else tr("Change anyway")

    def offer(self, step: int) -> Offer:
        lead, week = self._group.lead, self._week
        text = words_of_time(week, lead.span, self._start, self._length, self._name)
        if self._start == lead.span.start and self._taker is not None:
            text = tr("Changed: {title}").format(title=self._name)
        return undo_offer(_with_staff(text, self._done[0], week), step)

    @property
    def _is_stretched(self) -> bool:
        return self._length not in (None, self._group.lead.span.length)

    def _move(self, tx: Transaction, *, insist: bool, is_open: bool = False) -> None:
        """`is_open` leaves the member to the rules."""
        entries = self._group.entries
        seats = [entry for entry in entries if entry.status is not None and entry.status.takes_time]
        self._done = []
        for entry in seats or entries:
            self._done.append(self._move_one(tx, entry, insist=insist, is_open=is_open))

    def _move_one(
        self, tx: Transaction, entry: AgendaEntry, *, insist: bool, is_open: bool
    ) -> Appointment:
        now = self._week.context.clock()
        if self._taker is not None and not is_open:
            wanted = Reassignment(staff=self._taker, start=self._start, length=self._length)
            return reassign(tx, entry.number, wanted, insist=insist, now=now)
        return move(
            tx,
            entry.number,
            start=self._start,
            length=self._length,
            insist=insist,
            staff=() if is_open else entry.staff,
            now=now,
        )


class Copying:
    """A copy of one appointment, for `staff`."""

    def __init__(
        self,
        week: WeekModel,
        entry: AgendaEntry,
        start: datetime,
        staff: tuple[int, ...],
        name: str,
    ) -> None:
        """`name` is what it is called where it is told of."""
        self._week = week
        self._name = name
        self._entry = entry
        self._start = start
        self._staff = staff
        self._others: tuple[int, ...] = ()
        self._made: Appointment | None = None

    @property
    def made(self) -> str:
        """The entry's id of what was booked; empty before."""
        return "" if self._made is None else f"a{self._made.id}"

    def keep(self, tx: Transaction) -> None:
        self._copy(tx, self._staff)

    def insist(self, tx: Transaction) -> None:
        self._copy(tx, self._staff, insist=True)

    def hand_over(self, tx: Transaction) -> None:
        _refuse_strangers([self._copy(tx, ())], self._others)

    def ways(self, tx: Transaction) -> Ways:
        number, start, now = self._entry.number, self._start, self._week.context.clock()
        here = self._week.context.zone_name
        own = preview_copy(tx, number, start=start, staff=self._staff, now=now, here=here)
        free = preview_copy(tx, number, start=start, now=now, here=here)
        ways = _ways(own, free, self._entry)
        self._others = ways.others
        return ways

    @property
    def refusal(self) -> str:
        return tr("Not copied. {why}")

    @property
    def insisting(self) -> str:
        return tr("Book anyway")

    def offer(self, step: int) -> Offer:
        text = tr("Booked: {name}").format(name=self._name)
        return undo_offer(_with_staff(text, self._made, self._week), step)

    def _copy(
        self, tx: Transaction, staff: tuple[int, ...], *, insist: bool = False
    ) -> Appointment:
        self._made = copy_appointment(
            tx,
            self._entry.number,
            start=self._start,
            staff=staff,
            insist=insist,
            now=self._week.context.clock(),
        )
        return self._made


def block_also(
    tx: Transaction, *, entry: AgendaEntry, start: datetime, staff: tuple[int, ...]
) -> None:
    """Time blocked by hand once more, for one of `staff` or for its calendar."""
    block(
        tx,
        start=start,
        end=start + entry.span.length,
        title=entry.title,
        staff=staff[0] if staff else None,
        calendar=entry.calendar,
    )


def offer_ways(database: Database, week: WeekModel, dropped: Dropped) -> Offer | str:
    """Why a drop is refused, once: with what can be done instead, else alone."""
    with trial(database) as tx:
        ways = dropped.ways(tx)
    found = []
    if _would_work(database, dropped.insist):
        found.append((dropped.insisting, dropped.insist))
    if ways.others and _would_work(database, dropped.hand_over):
        names = staff_names(week, ways.others)
        found.append((tr("Give to {staff}").format(staff=names), dropped.hand_over))
    offer: Offer | None = None
    text = dropped.refusal.format(why=ways.why)
    for action, work in reversed(found):
        offer = Offer(text, action, work, then=dropped.offer, other=offer)
    return ways.why if offer is None else offer


def _would_work(database: Database, work: Work) -> bool:
    """Whether insisting helps; tried for real and taken back."""
    try:
        with trial(database) as tx:
            work(tx)
    except LcdeskError:
        return False
    return True


def words_of_time(
    week: WeekModel, before: TimeSpan, start: datetime, length: timedelta | None, name: str
) -> str:
    """That it was moved; where one edge stayed, until or from when it lasts now."""
    after = TimeSpan.of_length(start, before.length if length is None else length)
    form, instant = tr("Moved: {title}"), start
    if after.start == before.start:
        form, instant = tr("Until {time}: {title}"), after.end
    elif after.end == before.end:
        form = tr("From {time}: {title}")
    time = week.context.locale.time(wall_minute(instant, week.context.tz))
    return form.format(time=time, title=name)


def staff_names(week: WeekModel, staff: Sequence[int]) -> str:
    """“Ana and Ben”; those who are not known any more are left out."""
    known = week.context.directory.staff
    return name_list([known[member].name for member in staff if member in known])


def _ways(own: Preview, free: Preview, entry: AgendaEntry) -> Ways:
    why = "; ".join(sentences(own.slot.reasons)) + "."
    is_other = free.slot.open and set(free.choice.staff) != set(entry.staff)
    return Ways(why, free.choice.staff if is_other else ())


def _with_staff(text: str, made: Appointment | None, week: WeekModel) -> str:
    names = "" if made is None else staff_names(week, made.staff)
    return tr("{done} – with {staff}").format(done=text, staff=names) if names else text


def _refuse_strangers(made: Sequence[Appointment], promised: tuple[int, ...]) -> None:
    """What was promised to the person is what is done."""
    if any(appointment.staff != promised for appointment in made):
        raise RefusedByRule(
            Message("Somebody else would get it by now, so nothing was changed. Try again.")
        )

"""Edits on both sides, faults and kills in any order; afterwards both sides agree.

The remote is in memory and strict about ETags, so an update that does not carry the current
one fails here. What must hold at the end of every story is said in `teardown`.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule

from lcdesk.model.commands.accounts import add_account, set_role
from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.attention import accept_removals
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status, SyncState
from lcdesk.model.store import accounts, objects
from lcdesk.sync.engine import PassReport, record, run_pass
from lcdesk.sync.errors import Offline
from tests.desk import Desk, at, event
from tests.fakes.memory_remote import MemoryRemote

WORK, FAMILY = "/office/", "/family/"
HOURS = st.integers(0, 200)


class Killed(BaseException):
    """The process ends here, whatever it was doing."""


class UnsteadyRemote(MemoryRemote):
    """Loses answers, is away, or ends the process right after it acted."""

    def __init__(self, *calendars: str) -> None:
        super().__init__(*calendars)
        self.next_write: Callable[[], None] | None = None
        self.is_away = False

    def _write(self, kind: str, href: str, text: str) -> str | None:
        etag = super()._write(kind, href, text)
        self._after_acting()
        return etag

    def delete(self, href: str, etag: str) -> None:
        super().delete(href, etag)
        self._after_acting()

    def _ask(self, method: str) -> None:
        if self.is_away:
            raise Offline("No answer.")
        super()._ask(method)

    def _after_acting(self) -> None:
        act, self.next_write = self.next_write, None
        if act is not None:
            act()


def lose_answer() -> None:
    raise Offline("The answer was lost.", maybe_applied=True)


def kill() -> None:
    raise Killed


class SyncMachine(RuleBasedStateMachine):
    """One desk, one remote; bundles hold what a rule can pick."""

    booked = Bundle("booked")
    foreign = Bundle("foreign")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder)
        self.remote = UnsteadyRemote(WORK, FAMILY)
        self.numbers = itertools.count(1)
        self.cancelled: set[int] = set()
        ana = self.desk.staff("Ana")
        self.staff = ana.id
        self.calendar = self.desk.calendar(CalendarKind.ROUND_ROBIN, ana, per_slot=99)
        with self.desk.database.write() as tx:
            self.account = add_account(
                tx, provider=Provider.CALDAV, email="a", staff=ana.id, server="https://x.example"
            ).id
        with self.desk.database.read() as reader:
            (account,) = accounts.all_accounts(reader)
        record(self.desk.database, account, self.remote.discover(), self.desk.now)
        with self.desk.database.write() as tx:
            for linked in accounts.linked_calendars(tx):
                role = Role.PRIMARY if linked.path == WORK else Role.CONFLICT
                set_role(tx, linked.id, role, now=self.desk.now)

    # --- here -------------------------------------------------------------------------------

    @rule(target=booked, hour=HOURS)
    def book(self, hour: int) -> int:
        return self.desk.book(self.calendar, self._time(hour), insist=True).id

    @rule(appointment=booked, hour=HOURS)
    def move(self, appointment: int, hour: int) -> None:
        if appointment not in self.cancelled:
            with self.desk.database.write() as tx:
                move(tx, appointment, start=self._time(hour), insist=True, now=self.desk.now)

    @rule(appointment=booked)
    def edit(self, appointment: int) -> None:
        with self.desk.database.write() as tx:
            edit(tx, appointment, notes=f"note {next(self.numbers)}", now=self.desk.now)

    @rule(appointment=consumes(booked))
    def cancel(self, appointment: int) -> None:
        self.cancelled.add(appointment)
        with self.desk.database.write() as tx:
            cancel(tx, appointment, now=self.desk.now)

    @rule(hour=HOURS)
    def block(self, hour: int) -> None:
        start = self._time(hour)
        with self.desk.database.write() as tx:
            block(tx, start=start, end=start + timedelta(hours=1), title="HAND", staff=self.staff)

    # --- there ------------------------------------------------------------------------------

    @rule(appointment=booked, how=st.sampled_from(["title", "time", "nothing"]))
    def edit_there(self, appointment: int, how: str) -> None:
        path = self._path(appointment)
        if path is None:
            return
        text = self._text(path)
        if how == "title":
            text = text.replace("SUMMARY:", f"SUMMARY:{next(self.numbers)} ")
        if how == "time":
            text = self._an_hour_later(text)
        self.remote.put(path, text)

    @rule(appointment=booked)
    def delete_there(self, appointment: int) -> None:
        path = self._path(appointment)
        if path is not None:
            self.remote.drop(path)

    @rule(target=foreign, calendar=st.sampled_from([WORK, FAMILY]), day=st.integers(17, 28))
    def add_there(self, calendar: str, day: int) -> str:
        name = f"f{next(self.numbers)}"
        path = f"{calendar}{name}.ics"
        self.remote.put(path, event(name, f"202611{day}T090000Z", f"202611{day}T100000Z"))
        return path

    @rule(path=foreign, day=st.integers(17, 28))
    def change_there(self, path: str, day: int) -> None:
        name = path.rpartition("/")[2].removesuffix(".ics")
        self.remote.put(path, event(name, f"202611{day}T110000Z", f"202611{day}T120000Z"))

    @rule(path=consumes(foreign))
    def drop_there(self, path: str) -> None:
        self.remote.drop(path)

    # --- between ----------------------------------------------------------------------------

    @rule()
    def sync(self) -> None:
        assert self._pass().ok

    @rule(fault=st.sampled_from([lose_answer, kill]))
    def sync_with_a_fault_after_a_write(self, fault: Callable[[], None]) -> None:
        self.remote.next_write = fault
        try:
            self._pass()
        except Killed:
            self.desk.close()
            self.desk = Desk(self.folder, self.desk.now)
        self.remote.next_write = None

    @rule()
    def sync_while_away(self) -> None:
        self.remote.is_away = True
        assert not self._pass().ok
        self.remote.is_away = False

    @rule(minutes=st.integers(1, 600))
    def wait(self, minutes: int) -> None:
        self.desk.now += timedelta(minutes=minutes)

    # --- what must hold ---------------------------------------------------------------------

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self.desk.now += timedelta(minutes=10)
            for _ in range(3):
                assert self._pass().ok
                self._accept_removals()
            writes = len(self.remote.writes)
            assert self._pass().ok
            assert len(self.remote.writes) == writes, "nothing more is sent"
            self._nothing_was_written_where_it_may_not_be()
            self._appointments_stay_and_stand_once()
            self._foreign_events_are_drawn_as_they_are()
        finally:
            self.desk.close()
            shutil.rmtree(self.folder)

    def _accept_removals(self) -> None:
        """A calendar that lost everything asks; here everything was dropped indeed."""
        with self.desk.database.write() as tx:
            for linked in accounts.linked_calendars(tx):
                if linked.held_removals:
                    accept_removals(tx, linked.id)

    def _nothing_was_written_where_it_may_not_be(self) -> None:
        for _kind, href, text in self.remote.writes:
            assert href.startswith(WORK)
            assert "HAND" not in text

    def _appointments_stay_and_stand_once(self) -> None:
        entries = [one for one in self._agenda() if one.kind is EntryKind.APPOINTMENT]
        for entry in entries:
            number = int(entry.id[1:])
            assert (entry.status is Status.CANCELLED) is (number in self.cancelled)
            texts = self._texts_of(entry.session)
            assert len(texts) <= 1
            if entry.sync is SyncState.SYNCED:
                (text,) = texts
                assert f"SUMMARY:{entry.title}" in text
                local = entry.span.start.astimezone(at(24, 0).tzinfo) + timedelta(hours=1)
                assert f"{local:%Y%m%dT%H%M%S}" in text

    def _foreign_events_are_drawn_as_they_are(self) -> None:
        drawn = {
            (one.span.start, one.span.end)
            for one in self._agenda()
            if one.origin is Origin.ICLOUD and one.sync is not SyncState.GONE
        }
        own = self._own_paths()
        there = set()
        for calendar, members in self.remote.calendars.items():
            for name, (_etag, text) in members.items():
                if calendar + name not in own:
                    there.add((_utc(text, "DTSTART"), _utc(text, "DTEND")))
        assert drawn == there

    # --- means ------------------------------------------------------------------------------

    def _pass(self) -> PassReport:
        with self.desk.database.read() as reader:
            account = accounts.get_account(reader, self.account)
        assert account is not None
        return run_pass(
            self.desk.database,
            account,
            connect=lambda _account: self.remote,
            clock=lambda: self.desk.now,
            progress=lambda _name, _done, _total: None,
        )

    def _time(self, hour: int) -> datetime:
        return at(24, 0) + timedelta(hours=hour % 24, days=hour // 24 - 4)

    def _agenda(self) -> tuple[AgendaEntry, ...]:
        return self.desk.agenda(1, 30)

    def _path(self, appointment: int) -> str | None:
        """Where its event lies, if it is there."""
        from lcdesk.model.store.appointments import get_appointment

        with self.desk.database.read() as reader:
            value = get_appointment(reader, appointment)
            assert value is not None
            found = objects.objects_of_session(reader, value.session)
        paths = [one.path for one in found if not self.remote.get(one.path).gone]
        return paths[0] if paths else None

    def _text(self, path: str) -> str:
        calendar, _, name = path.rpartition("/")
        return self.remote.calendars[f"{calendar}/"][name][1]

    def _own_paths(self) -> set[str]:
        return {href for kind, href, _text in self.remote.writes if kind == "create"}

    def _texts_of(self, session: str) -> list[str]:
        with self.desk.database.read() as reader:
            found = objects.objects_of_session(reader, session)
        there = [one.path for one in found if not self.remote.get(one.path).gone]
        return [self._text(path).replace("\r\n ", "") for path in there]

    @staticmethod
    def _an_hour_later(text: str) -> str:
        from lcdesk.model.domain.timespan import TimeSpan
        from lcdesk.model.domain.zones import zone
        from lcdesk.model.ical.codec import read_event
        from lcdesk.model.ical.edit import EventChanges, edit_event

        tz = zone("Europe/Berlin")
        span = read_event(text, tz).span
        later = TimeSpan(span.start + timedelta(hours=1), span.end + timedelta(hours=1))
        return edit_event(text, changes=EventChanges(span=later), now=at(24, 0), zone=tz)


def _utc(text: str, name: str) -> datetime:
    line = next(line for line in text.splitlines() if line.startswith(f"{name}:"))
    return datetime.strptime(line.partition(":")[2], "%Y%m%dT%H%M%S%z")


TestSyncMachine = pytest.mark.timeout(900)(SyncMachine.TestCase)
# `make soak` asks for many more.
EXAMPLES = int(os.environ.get("LCDESK_SOAK_EXAMPLES", "100"))
TestSyncMachine.settings = settings(max_examples=EXAMPLES, stateful_step_count=25)

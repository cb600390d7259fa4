"""Edits on both sides, faults and kills in any order; then the ten promises are looked at.

The product runs from its commands down to its HTTP line; behind the line is the iCloud
look-alike. `tests/property/sync_invariants.py` says what must hold, and how it is known.
"""

from __future__ import annotations

import itertools
import os
from datetime import datetime, timedelta

import pytest
from hypothesis import seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    rule,
    run_state_machine_as_test,
)

from lcdesk.model.commands import appointments, deleted_in_icloud
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Origin, Status, SyncState
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.ical.codec import read_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.replication import conflicts, mirrored_edits
from lcdesk.model.replication.adopt import find_own_marker
from lcdesk.model.store.remote import objects
from tests.desk import BERLIN, Desk, event, november
from tests.fakes.faults import Fault
from tests.fakes.icloud import Hrefs, Listed, OldToken, Rewriting
from tests.fakes.icloud.calendars import uid_of
from tests.fakes.loopback import Reply
from tests.property import sync_invariants as must
from tests.property.sync_world import World

HOURS = st.integers(0, 200)
DAYS = st.integers(17, 28)
ELSEWHERE = Reply(302, b"", {"Location": "https://icloud.com.evil.invalid/"})
# What may become of one request; the numbers are bytes of its answer.
FAULTS = st.sampled_from(
    [
        {"instead": Reply(is_silent=True)},
        {"loses_answer": True},
        {"sent": 300},
        {"kept": 300},
        {"instead": Reply(500)},
        {"instead": Reply(503, b"", {"Retry-After": "1"})},
        {"instead": Reply(429)},
        {"instead": Reply(401)},
        {"instead": Reply(200, b"<html>Sign in to the hotel</html>")},
        {"instead": ELSEWHERE},
    ]
)
METHODS = st.sampled_from(["", "PUT", "DELETE", "GET", "REPORT", "PROPFIND"])
# A pass in which every answer is like this reads nothing.
BAD_ANSWERS = st.sampled_from(
    [
        Reply(207, b""),
        Reply(207, b"<multistatus xmlns='DAV:'><response><href>/8106/cal"),
        Reply(200, b"<html>Sign in to the hotel</html>"),
        Reply(500),
        Reply(429),
        Reply(is_silent=True),
        Reply(207, b"<multistatus xmlns='DAV:'>", sent=20),
    ]
)


class SyncMachine(RuleBasedStateMachine):
    """One desk, one iCloud; bundles hold what a rule can pick."""

    booked = Bundle("booked")
    foreign = Bundle("foreign")
    away = Bundle("away")

    @initialize(rewriting=st.sampled_from(Rewriting), gives_etag=st.booleans())
    def begin(self, rewriting: Rewriting, gives_etag: bool) -> None:
        self.world = World()
        self.world.icloud.quirks.rewriting = rewriting
        self.world.icloud.quirks.gives_etag = gives_etag
        self.numbers = itertools.count(1)
        self.trash: dict[int, dict[str, str]] = {}  # texts that were deleted there, by appointment

    # --- here -------------------------------------------------------------------------------

    @rule(target=booked, hour=HOURS)
    def book(self, hour: int) -> int:
        return self.desk.book(self.world.calendar, _time(hour), insist=True).id

    @rule(appointment=booked, hour=HOURS)
    def move(self, appointment: int, hour: int) -> None:
        if appointment not in self.world.ended:
            with self.desk.database.write() as tx:
                appointments.move(
                    tx, appointment, start=_time(hour), insist=True, now=self.desk.now
                )

    @rule(appointment=booked, what=st.sampled_from(["title", "notes", "location"]))
    def edit(self, appointment: int, what: str) -> None:
        words = {what: f"{what} {next(self.numbers)}"}
        with self.desk.database.write() as tx:
            appointments.edit(tx, appointment, **words, now=self.desk.now)

    @rule(appointment=booked)
    def cancel(self, appointment: int) -> None:
        self.world.give_up(self.world.appointment(appointment).session)
        self.world.ended.add(appointment)
        with self.desk.database.write() as tx:
            appointments.cancel(tx, appointment, now=self.desk.now)

    @rule(appointment=booked, how=st.sampled_from(["title", "time", "unknown", "nothing"]))
    def cancel_what_is_changed_there(self, appointment: int, how: str) -> None:
        self.edit_there(appointment, how)
        self.cancel(appointment)

    @rule(appointment=booked)
    def reinstate(self, appointment: int) -> None:
        try:
            with self.desk.database.write() as tx:
                appointments.set_status(tx, appointment, Status.CONFIRMED, now=self.desk.now)
        except LcdeskError:  # its time is taken by now
            return
        self.world.ended.discard(appointment)

    @rule(hour=HOURS)
    def block(self, hour: int) -> None:
        start = _time(hour)
        staff = self.world.calendar.staff[0]
        with self.desk.database.write() as tx:
            block(tx, start=start, end=start + timedelta(hours=1), title=must.BY_HAND, staff=staff)

    @rule(hours=st.integers(-2, 2), title=st.booleans())
    def edit_a_mirrored_event(self, hours: int, title: bool) -> None:
        for entry in self.world.agenda():
            if entry.origin is not Origin.ICLOUD or entry.read_only or entry.sync is SyncState.GONE:
                continue
            shift = timedelta(hours=hours)
            span = TimeSpan(entry.span.start + shift, entry.span.end + shift) if hours else None
            words = f"title {next(self.numbers)}" if title else None
            try:
                with self.desk.database.write() as tx:
                    wanted = mirrored_edits.Edit(title=words, span=span)
                    mirrored_edits.edit_mirrored(tx, int(entry.id[1:]), wanted, now=self.desk.now)
            except LcdeskError:  # a clash that waits, for one
                continue
            return

    @rule(choice=st.sampled_from(conflicts.Keep))
    def settle_a_clash(self, choice: conflicts.Keep) -> None:
        with self.desk.database.read() as reader:
            waiting = objects.objects_in_state(reader, ObjectState.CONFLICT)
        for kept in waiting[:1]:
            try:
                with self.desk.database.write() as tx:
                    clash = conflicts.clash_of(tx, kept.id)
                    conflicts.decide(tx, kept.id, choice, now=self.desk.now)
            except LcdeskError:  # both times overlap
                return
            if clash.is_cancelled and choice is conflicts.Keep.MINE:
                self.world.given_up.add(find_own_marker(clash.arrived.text))
            if clash.is_cancelled and choice is conflicts.Keep.ICLOUD:
                self.world.revive(kept.session or "")

    @rule(decision=st.sampled_from(deleted_in_icloud.Decision))
    def decide_about_a_deletion(self, decision: deleted_in_icloud.Decision) -> None:
        gone = [e for e in self.world.drawn_appointments() if e.sync is SyncState.GONE]
        for entry in gone[:1]:
            number = int(entry.id[1:])
            with self.desk.database.write() as tx:
                deleted_in_icloud.decide(tx, number, decision, now=self.desk.now)
            if decision is deleted_in_icloud.Decision.CANCEL:
                self.world.ended.add(number)

    # --- there ------------------------------------------------------------------------------

    @rule(appointment=booked, how=st.sampled_from(["title", "time", "unknown", "nothing"]))
    def edit_there(self, appointment: int, how: str) -> None:
        for path in self.world.places(self.world.appointment(appointment).session):
            self._edit_there(path, how)

    @rule(appointment=booked)
    def delete_there(self, appointment: int) -> None:
        home = self.world.icloud.home
        for path in self.world.places(self.world.appointment(appointment).session):
            found = home.find(path)
            assert found is not None
            self.trash.setdefault(appointment, {})[path] = found.text
            home.drop(path)

    @rule(appointment=booked, how=st.sampled_from(["title", "time", "nothing"]))
    def put_back_there(self, appointment: int, how: str) -> None:
        """Out of the trash under its own name, while the appointment is marked as deleted."""
        signs = {entry.id: entry.sync for entry in self.world.drawn_appointments()}
        if signs.get(f"a{appointment}") is not SyncState.GONE:
            return
        home = self.world.icloud.home
        for path, text in self.trash.pop(appointment, {}).items():
            if not home.has_uid(uid_of(text), but=path):  # it was moved elsewhere meanwhile
                home.put(path, _edited(text, how, next(self.numbers)))

    @rule(appointment=booked, hour=HOURS, how=st.sampled_from(["title", "time", "nothing"]))
    def change_what_is_put_back_there(self, appointment: int, hour: int, how: str) -> None:
        self.delete_there(appointment)
        self.world.sync()
        self.move(appointment, hour)
        self.put_back_there(appointment, how)

    @rule(appointment=booked, how=st.sampled_from(["title", "time", "nothing"]))
    def rename_there(self, appointment: int, how: str) -> None:
        """MOVE inside the calendar, perhaps with an edit: the UID stays."""
        for path in self.world.places(self.world.appointment(appointment).session):
            self._take_there(path, self.world.icloud.work, how)

    @rule(appointment=booked, hour=HOURS, how=st.sampled_from(["title", "time", "nothing"]))
    def edit_what_is_renamed_there(self, appointment: int, hour: int, how: str) -> None:
        self.move(appointment, hour)
        self.rename_there(appointment, how)

    @rule(appointment=booked)
    def cancel_what_is_renamed_there(self, appointment: int) -> None:
        self.rename_there(appointment, "nothing")
        self.cancel(appointment)

    @rule(target=away, appointment=booked, how=st.sampled_from(["title", "time", "nothing"]))
    def move_ours_to_the_other_calendar(self, appointment: int, how: str) -> str:
        goal = ""
        for path in self.world.places(self.world.appointment(appointment).session):
            goal = self._take_there(path, self.world.icloud.family, how)
        return goal

    @rule(path=consumes(away), how=st.sampled_from(["title", "time", "nothing"]))
    def move_ours_back(self, path: str, how: str) -> None:
        if path and self.world.icloud.home.find(path) is not None:
            self._take_there(path, self.world.icloud.work, how)

    @rule(target=foreign, is_work=st.booleans(), day=DAYS)
    def add_there(self, is_work: bool, day: int) -> str:
        calendar = self.world.icloud.work if is_work else self.world.icloud.family
        path = f"{calendar}f{next(self.numbers)}@example.org.ics"
        self._put_there(path, day)
        return path

    @rule(path=foreign, day=DAYS)
    def change_there(self, path: str, day: int) -> None:
        if self.world.icloud.home.find(path) is None:
            self._put_there(path, day)
        else:
            self._edit_there(path, "time")

    @rule(path=foreign)
    def drop_there(self, path: str) -> None:
        if self.world.icloud.home.find(path) is not None:
            self.world.icloud.home.drop(path)

    @rule(target=foreign, path=consumes(foreign))
    def move_there(self, path: str) -> str:
        """To the other calendar, as Apple's program does it: the UID stays."""
        icloud, home = self.world.icloud, self.world.icloud.home
        found = home.find(path)
        if found is None:
            return path
        names = icloud.work, icloud.family
        goal = path.replace(*(names if path.startswith(icloud.work) else reversed(names)))
        home.drop(path)
        home.put(goal, found.text)
        if path in self.world.marks:
            self.world.marks[goal] = self.world.marks.pop(path)
        return goal

    # --- between ----------------------------------------------------------------------------

    @rule()
    def sync(self) -> None:
        self.world.sync()

    @rule(step=st.integers(0, 25))
    def sync_and_be_killed(self, step: int) -> None:
        """Invariant 10: the other nine hold after this as after a pass that came to its end."""
        self.world.sync_and_kill(step)

    @rule(method=METHODS, fault=FAULTS, skip=st.integers(0, 5), times=st.integers(1, 3))
    def sync_with_a_fault(
        self, method: str, fault: dict[str, object], skip: int, times: int
    ) -> None:
        self.world.icloud.faults.add(Fault(method, skip=skip, times=times, **fault))  # type: ignore[arg-type]  # any field
        self.world.sync()
        self.world.icloud.faults.clear()
        must.invariant_3_no_appointment_is_ended_by_icloud(self.world)

    @rule(appointment=booked, cancels=st.booleans())
    def edit_what_arrives_late(self, appointment: int, cancels: bool) -> None:
        """A write is lost, not there when it is looked for, and carried out after all."""
        before = len(self.world.icloud.log.heard)
        self.world.icloud.faults.add(Fault("PUT", instead=Reply(is_silent=True)))
        self.world.icloud.faults.add(Fault("PUT", instead=Reply(429)))
        for _ in range(2):
            self.world.sync()
            self.desk.now += timedelta(minutes=1)
        self.world.icloud.faults.clear()
        self.edit(appointment, "title")
        if cancels:
            self.cancel(appointment)
        for heard in self.world.icloud.log.heard[before:]:
            if heard.seen.method == "PUT" and not heard.is_served:
                self.world.icloud.answer(heard.host, heard.seen)

    @rule(reply=BAD_ANSWERS)
    def sync_with_bad_answers_only(self, reply: Reply) -> None:
        before = self.world.agenda()
        self.world.icloud.faults.add(Fault(times=999, instead=reply))
        assert not self.world.sync().ok
        self.world.icloud.faults.clear()
        must.invariant_8_bad_answers_leave_the_rows(before, self.world.agenda())

    @rule(listed=st.sampled_from([Listed.NOTHING, Listed.HALF]))
    def sync_with_a_short_listing(self, listed: Listed) -> None:
        before = self.world.agenda()
        self.world.icloud.home.forget_tokens()
        self.world.icloud.quirks.listed = listed
        self.world.sync()
        self.world.icloud.quirks.listed = Listed.WHOLE
        after = self.world.agenda()
        # The next answer is whole: what is promised is that one listing loses nothing.
        self.desk.now += timedelta(minutes=10)
        self.world.sync()
        # Under another id only what was really moved to another calendar.
        known, titles = {entry.id for entry in after}, {entry.title for entry in after}
        lost = [entry for entry in before if entry.id not in known and entry.title not in titles]
        assert lost == [], "invariant 8"

    @rule(hrefs=st.sampled_from(Hrefs), old_token=st.sampled_from(OldToken))
    def another_mood(self, hrefs: Hrefs, old_token: OldToken) -> None:
        self.world.icloud.quirks.hrefs = hrefs
        self.world.icloud.quirks.old_token = old_token
        self.world.icloud.home.forget_tokens()

    @rule(seconds=st.sampled_from([0, 10]))
    def changes_show_late(self, seconds: int) -> None:
        self.world.icloud.home.delay = timedelta(seconds=seconds)

    @rule()
    def be_throttled(self) -> None:
        self.world.icloud.throttle(1, timedelta(minutes=5))

    @rule(minutes=st.integers(1, 600))
    def wait(self, minutes: int) -> None:
        self.desk.now += timedelta(minutes=minutes)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            must.come_to_rest(self.world)
            must.all_at_rest(self.world)
        finally:
            self.world.close()

    # --- means ------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        return self.world.desk

    def _put_there(self, path: str, day: int) -> None:
        uid = path.rpartition("/")[2].removesuffix(".ics")
        mark = f"X-OTHER-PROGRAM:{next(self.numbers)}."
        self.world.marks[path] = mark
        times = f"202611{day}T090000Z", f"202611{day}T100000Z"
        self.world.icloud.home.put(path, event(uid, *times, mark, summary=f"Event {uid}"))

    def _take_there(self, path: str, calendar: str, how: str) -> str:
        """To another place under another name; the new path."""
        home = self.world.icloud.home
        found = home.find(path)
        assert found is not None
        goal = f"{calendar}m{next(self.numbers)}.ics"
        home.drop(path)
        home.put(goal, _edited(found.text, how, next(self.numbers)))
        if path in self.world.marks:
            self.world.marks[goal] = self.world.marks.pop(path)
        return goal

    def _edit_there(self, path: str, how: str) -> None:
        home = self.world.icloud.home
        found = home.find(path)
        assert found is not None
        changed = _edited(found.text, how, next(self.numbers))
        if how == "unknown":
            mark = f"X-OTHER-PROGRAM:{next(self.numbers)}."
            self.world.marks[path] = mark
            lines = [line for line in changed.splitlines(True) if "X-OTHER-PROGRAM" not in line]
            changed = "".join(lines).replace("END:VEVENT", f"{mark}\r\nEND:VEVENT")
        home.put(path, changed)


def _edited(text: str, how: str, number: int) -> str:
    tz = zone(BERLIN)
    changes = EventChanges()
    if how == "title":
        changes = EventChanges(title=f"there {number}")
    if how == "time":
        span = read_event(text, zone=tz).span
        later = timedelta(hours=1)
        changes = EventChanges(span=TimeSpan(span.start + later, span.end + later))
    return edit_event(text, changes=changes, now=november(24, 0), zone=tz)


def _time(hour: int) -> datetime:
    return november(24, 0) + timedelta(hours=hour % 24, days=hour // 24 - 4)


# `make soak` asks for many more. In parts, so that several processes share them.
EXAMPLES = int(os.environ.get("LCDESK_SOAK_EXAMPLES", "500"))
PARTS = 10


@pytest.mark.timeout(0 if EXAMPLES > 500 else 900)
@pytest.mark.parametrize("part", range(PARTS))
def test_the_promises_hold_in_any_story(part: int) -> None:
    chosen = settings(max_examples=EXAMPLES // PARTS, stateful_step_count=20)

    class Part(SyncMachine):
        """The same machine; where its stories are the same each time, each part has its own."""

    machine = seed(part)(Part) if chosen.derandomize else SyncMachine
    run_state_machine_as_test(machine, settings=chosen)

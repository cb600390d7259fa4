"""A desk and its iCloud for stories that a machine invents: cheap to begin, easy to kill."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from lcdesk.model.domain.events import AgendaEntry, Appointment, EntryKind
from lcdesk.model.replication.adopt import find_own_marker
from lcdesk.model.store import outbox
from lcdesk.model.store.appointments import appointments_of_session, get_appointment
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.remote import objects
from lcdesk.sync.reports import PassReport
from tests.desk import Desk
from tests.engine.practice import Practice
from tests.fakes.icloud import Direct, ICloud, Quirks
from tests.fakes.icloud.calendars import uid_of

_MEMORY = Path("/dev/shm")  # a disk that is none, where there is one
LONG_AFTER = timedelta(hours=25)  # everything is listed anew once a day


class Killed(BaseException):
    """The process ends here, whatever it was doing."""


class Fuse:
    """Ends the program just before its n-th step from now.

    A step is what remains when the program is gone: a request leaves, a transaction that
    writes is committed. Between two of them nothing changes outside, so these are all the
    moments that differ.
    """

    def __init__(self) -> None:
        self.left: int | None = None
        self.passed = 0

    def commit(self, connection: sa.Connection) -> None:
        """A transaction is about to be kept."""
        if connection.get_execution_options().get("lcdesk_write"):
            self.step()

    def step(self) -> None:
        """One thing is about to happen, or not any more."""
        self.passed += 1
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left = None
            raise Killed


class World:
    """The desk, iCloud, and what has been done on either side."""

    def __init__(self) -> None:
        path = _MEMORY if _MEMORY.is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="lcdesk-story-", dir=path))
        (self.folder / "lcdesk.sqlite3").write_bytes(_beginning())
        self.fuse = Fuse()
        self.desk = self._opened()
        self.icloud = ICloud(lambda: self.desk.now)
        self.direct = Direct(self.icloud, lambda: self.desk.now)
        self.direct.step = self.fuse.step
        self.desk.lines = self.direct
        self.ended: set[int] = set()  # appointments that a person cancelled
        self.marks: dict[str, str] = {}  # what another program wrote into an event, by path
        self.given_up: set[str] = set()  # what the events say that a person let go of
        self.said: list[str] = []  # the log
        with self.desk.database.read() as reader:
            (self.calendar,) = all_calendars(reader)

    def close(self) -> None:
        """Leave nothing behind."""
        self.desk.close()
        shutil.rmtree(self.folder)

    def _opened(self, now: datetime | None = None) -> Desk:
        desk = Desk(self.folder) if now is None else Desk(self.folder, now)
        engine = desk.database._engine
        sa.event.listen(engine, "connect", _trust_the_machine)
        sa.event.listen(engine, "commit", self.fuse.commit)
        return desk

    # --- passes -----------------------------------------------------------------------------

    def sync(self) -> PassReport:
        """One pass, with everything it logs; time goes on between two."""
        self.desk.now += timedelta(seconds=1)
        with _listening(self.said):
            return self.desk.sync()

    def sync_and_kill(self, step: int) -> bool:
        """One pass that ends at this step; whether it got that far."""
        self.fuse.left = step
        try:
            self.sync()
        except Killed:
            self.restart()
            return True
        finally:
            self.fuse.left = None
        return False

    def restart(self) -> None:
        """The program begins anew on what was kept."""
        self.desk.close()
        self.desk = self._opened(self.desk.now)
        self.direct.restart()
        self.desk.lines = self.direct

    def calm_down(self) -> None:
        """From now on nothing goes wrong; what was throttled may be asked again."""
        self.icloud.faults.clear()
        self.icloud.forgive()
        quirks = Quirks()
        quirks.rewriting = self.icloud.quirks.rewriting
        self.icloud.quirks = quirks
        self.icloud.home.delay = timedelta()
        self.desk.now += timedelta(hours=1)

    # --- looking ----------------------------------------------------------------------------

    def agenda(self) -> tuple[AgendaEntry, ...]:
        """Everything that is drawn."""
        return self.desk.agenda(1, 30)

    def drawn_appointments(self) -> list[AgendaEntry]:
        """The appointments as they are drawn."""
        return [entry for entry in self.agenda() if entry.kind is EntryKind.APPOINTMENT]

    def appointment(self, number: int) -> Appointment:
        """One appointment as it is kept."""
        with self.desk.database.read() as reader:
            found = get_appointment(reader, number)
        assert found is not None, "no appointment ever disappears"
        return found

    def give_up(self, session: str) -> None:
        """A person ends an appointment as it stands here, or as it is on its way to iCloud."""
        with self.desk.database.read() as reader:
            for kept in objects.objects_of_session(reader, session):
                sent = [entry.body for entry in outbox.entries_of_object(reader, kept.id)]
                lost = [put.seen.body.decode() for put in self.icloud.log.asked("PUT")]
                mine = [text for text in lost if f"UID:{kept.uid}" in text]
                self.given_up |= {
                    find_own_marker(text) for text in (kept.raw, *sent, *mine) if text
                }

    def revive(self, session: str) -> None:
        """A person lets an ended appointment take place after all."""
        with self.desk.database.read() as reader:
            self.ended -= {
                appointment.id for appointment in appointments_of_session(reader, session)
            }

    def places(self, session: str) -> list[str]:
        """Where iCloud holds the events of a session."""
        with self.desk.database.read() as reader:
            known = objects.objects_of_session(reader, session)
        return [kept.path for kept in known if self.icloud.home.find(kept.path) is not None]

    def written(self) -> set[str]:
        """Where events that lcdesk created stand in the primary calendar, whatever their names."""
        created = {
            uid_of(heard.seen.body.decode())
            for heard in self.icloud.log.asked("PUT")
            if "if-none-match" in heard.seen.headers and heard.is_done
        }
        work = self.icloud.home.collections[self.icloud.work]
        return {
            work.path + name
            for name, stored in work.objects.items()
            if uid_of(stored.text) in created
        }

    def uids(self, session: str) -> set[str]:
        """Under which UIDs the events of a session are known."""
        with self.desk.database.read() as reader:
            return {kept.uid for kept in objects.objects_of_session(reader, session)}


@cache
def _beginning() -> bytes:
    """A store that is connected to an empty iCloud and has read it once."""
    with tempfile.TemporaryDirectory() as folder:
        practice = Practice.begin(Path(folder))
        practice.good_pass()
        practice.desk.close()
        return (Path(folder) / "lcdesk.sqlite3").read_bytes()


def _trust_the_machine(connection: sa.engine.interfaces.DBAPIConnection, _: object) -> None:
    """Kills are played in this process, so the disk need not be waited for."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


class _Ear(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(self.format(record))


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Everything that lcdesk logs, down to the requests."""
    logger, ear = logging.getLogger("lcdesk"), _Ear(said)
    level = logger.level
    logger.addHandler(ear)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.removeHandler(ear)
        logger.setLevel(level)


def utc(value: object) -> datetime:
    """A time of an event as an instant."""
    assert isinstance(value, datetime)
    return value.astimezone(UTC)

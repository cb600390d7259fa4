"""Opens the store: file modes, SQLite's settings, the schema's version, transactions.

One writer at a time: a write begins with BEGIN IMMEDIATE, so that a booking's check and its
write cannot be interleaved with anybody else's, in this process or another. PostgreSQL gets
the same from one advisory lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from copy import copy
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet
from lcdesk.model.domain.errors import StoreTrouble
from lcdesk.model.domain.zones import Clock, utc_now
from lcdesk.model.store import schema
from lcdesk.model.store.journal import write_down
from lcdesk.model.store.machine_errors import Condition, is_full, known_errors
from lcdesk.model.store.row_images import RowImages
from lcdesk.model.store.transaction import Reader, Transaction

BUSY_TIMEOUT_SECONDS = 15
_WRITER_LOCK = 0x6C636465736B  # "lcdesk", the advisory lock's number on PostgreSQL

Listener = Callable[[ChangeSet], None]


class Database:
    """One open store. Safe to use from several threads; each call takes a connection.

    `clock` says when things are told to have happened.
    """

    def __init__(self, engine: Engine, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._file = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
        self._clock = clock
        self._pass_id = ""
        self._listeners: list[Listener] = []
        self._listeners_lock = threading.Lock()
        self._lookout: Connection | None = None
        self.condition = Condition()

    @classmethod
    def open(cls, file: Path, *, clock: Clock = utc_now) -> Database:
        """Open the SQLite file, making or migrating it first.

        Raises StoreError with a person's sentence when the file is damaged, locked, on a
        full disk, or made by a newer lcdesk.
        """
        with known_errors(file):
            schema.bring_up_to_date(file, _sqlite_engine)
            file.chmod(0o600)
            return cls(_sqlite_engine(file), clock)

    def in_pass(self, pass_id: str) -> Database:
        """The same store; what is written through it is told as one pass."""
        same = copy(self)
        same._pass_id = pass_id
        return same

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A consistent view for queries."""
        with self._translate_errors(), self._engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def write(
        self,
        origin: ChangeOrigin = ChangeOrigin.USER,
        *,
        mail_attendees: bool = False,
        here: str = "",
    ) -> Iterator[Transaction]:
        """One transaction: all of it is kept or nothing; listeners hear after the commit.

        `mail_attendees`: the person was told that guests may be written to, and means it.
        `here` is the zone in which what is refused is worded; empty for each calendar's own.
        """
        with self._translate_errors(), self._engine.connect() as connection:
            writing = connection.execution_options(lcdesk_write=True)
            images = RowImages(writing) if origin is ChangeOrigin.USER else None
            with writing.begin(), nullcontext() if images is None else images.watching():
                transaction = Transaction(
                    writing,
                    origin,
                    began=self._clock(),
                    pass_id=self._pass_id,
                    mail_attendees=mail_attendees,
                    here=here,
                    images=images,
                )
                yield transaction
                write_down(transaction)
        changes = transaction.changes()
        if changes is not None:
            self._publish(changes)
        if self.condition.trouble is not None:
            with suppress(StoreTrouble):  # noted there; what was written is kept
                self.try_writing()

    def try_writing(self) -> None:
        """See whether something can be kept, and note it; raises StoreTrouble where not.

        A transaction that changes nothing needs no space, so this one does.
        """
        if self._file is None:
            return
        with self._translate_errors(), self._engine.connect() as connection:
            writing = connection.execution_options(lcdesk_write=True)
            with writing.begin():
                number = writing.exec_driver_sql("PRAGMA user_version").scalar_one()
                writing.exec_driver_sql(f"PRAGMA user_version={number}")
        if self.condition.trouble is not None and is_full(self._file.parent):
            raise self.condition.trouble  # one page found its place, the next would not
        self.condition.note(None)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit, in the committing thread; returns the way out."""
        with self._listeners_lock:
            self._listeners.append(listener)

        def stop_listening() -> None:
            with self._listeners_lock:
                self._listeners.remove(listener)

        return stop_listening

    def version_stamp(self) -> int:
        """A number that changes when anybody has written, another process included.

        Every connection of SQLite counts for itself, so it is always the same one that is
        asked. For one thread.
        """
        with self._translate_errors():
            if self._lookout is None:
                self._lookout = self._engine.connect()
            with self._lookout.begin():
                return int(self._lookout.exec_driver_sql("PRAGMA data_version").scalar_one())

    @property
    def write_ahead_log(self) -> Path | None:
        """The file that grows with each commit, whoever makes it; None for a store in memory."""
        return None if self._file is None else self._file.with_name(f"{self._file.name}-wal")

    def integrity(self) -> list[str]:
        """What SQLite's own check finds wrong; empty when all is well."""
        with self._translate_errors(), self._engine.connect() as connection:
            rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return [str(row) for row in rows if row != "ok"]

    def close(self) -> None:
        """Close every connection."""
        if self._lookout is not None:
            self._lookout.close()
            self._lookout = None
        self._engine.dispose()

    @contextmanager
    def _translate_errors(self) -> Iterator[None]:
        """What the machine does wrong becomes a sentence, and is noted."""
        with self.condition.note_trouble(), known_errors(self._file):
            yield

    def _publish(self, changes: ChangeSet) -> None:
        with self._listeners_lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(changes)


def _sqlite_engine(file: Path) -> Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(file)),
        connect_args={"timeout": BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(dbapi_connection: Any, _record: object) -> None:
    # The driver's own transaction start is switched off; _on_begin issues the right one.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("lcdesk_write", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
    elif write:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITER_LOCK)))

"""Connecting accounts off the GUI thread: every step may wait for a server or a keyring."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance, Slot

from lcdesk.model.domain.accounts import SignedIn, SignIn
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.sync import connect
from lcdesk.sync.errors import SecretStoreError, Stopped
from lcdesk.sync.ports import Discovery
from lcdesk.sync.rediscovery import linked_from
from lcdesk.sync.secrets import LayeredStore
from lcdesk.sync.worker.thread import StopFlags, ThreadedObject

logger = logging.getLogger(__name__)


class AccountWorker(ThreadedObject):
    """Answers each slot by exactly one of its signals; a cancelled check by none.

    Lives in the SyncThread. Passwords come in as arguments and are kept nowhere here.
    """

    step_reached = Signal(str)
    checked = Signal(object)  # SignedIn
    check_failed = Signal(object)  # LcdeskError
    kept = Signal(int)
    keyring_failed = Signal(object)  # LcdeskError
    failed = Signal(object)  # LcdeskError
    removed = Signal(int)

    def __init__(
        self, database: Database, secrets: LayeredStore, *, flags: StopFlags, clock: Clock
    ) -> None:
        super().__init__()
        self._database = database
        self._secrets = secrets
        self._flags = flags
        self._clock = clock
        self._found: Discovery | None = None  # by the last check

    @Slot(object)
    def check(self, wanted: SignIn) -> None:
        """Sign in and list the calendars; nothing is kept."""
        self._flags.begin()

        def work() -> None:
            found, counts = connect.check_and_count(
                _spell(wanted), step=self.step_reached.emit, stop=self._flags
            )
            self._found = found
            self.step_reached.emit("events")
            calendars = tuple(linked_from(calendar) for calendar in found.calendars)
            self.checked.emit(SignedIn(found.home, calendars, counts))

        self._answer(work, self.check_failed)

    @Slot(object, object, int, bool)
    def keep(self, wanted: SignIn, _answer: SignedIn, staff: int, session_only: bool) -> None:
        """Store what was checked, with the password in the keyring or for this session."""

        def work() -> None:
            if self._found is None:
                raise InvalidInput(Message("An account is checked before it is kept."))
            account = connect.keep(
                self._database,
                self._remember(session_only=session_only),
                _spell(wanted),
                self._found,
                staff=staff,
                now=self._clock(),
            )
            self.kept.emit(account.id)

        self._answer(work, self.failed)

    @Slot(int, str, bool)
    def change_password(self, account_id: int, password: str, session_only: bool) -> None:
        """Check and keep a new password."""
        self._flags.begin()

        def work() -> None:
            account = connect.known_account(self._database, account_id)
            remember = self._remember(session_only=session_only)
            connect.change_password(self._database, remember, account, password, stop=self._flags)
            self.kept.emit(account_id)

        self._answer(work, self.failed)

    @Slot(int, bool)
    def remove(self, account_id: int, keep_blocks: bool) -> None:
        """Disconnect; nothing is deleted on the server."""

        def work() -> None:
            _account, problem = connect.remove(
                self._database,
                self._secrets,
                account_id,
                keep_blocks=keep_blocks,
                now=self._clock(),
            )
            self.removed.emit(account_id)
            if problem is not None:
                self.keyring_failed.emit(problem)

        self._answer(work, self.failed)

    def _remember(self, *, session_only: bool) -> connect.Remember:
        return self._secrets.set_for_session if session_only else self._secrets.set

    def _answer(self, work: Callable[[], None], failed: SignalInstance) -> None:
        """Do it; what goes wrong becomes a value that a person can be shown."""
        try:
            work()
        except Stopped:
            logger.info("a check was cancelled")
        except SecretStoreError as error:
            self.keyring_failed.emit(error)
        except LcdeskError as error:
            failed.emit(error)
        except Exception:
            logger.exception("connecting broke")
            failed.emit(_unexpected_error())


def _spell(wanted: SignIn) -> SignIn:
    return connect.sign_in(wanted.provider, wanted.email, wanted.password, wanted.server)


def _unexpected_error() -> LcdeskError:
    return LcdeskError(
        Message(
            "Something went wrong that lcdesk did not expect. Nothing was changed. "
            "The details can be copied for a report."
        ),
        code="UNEXPECTED",
        title=Message("That did not work"),
        details=(traceback.format_exc(),),
    )

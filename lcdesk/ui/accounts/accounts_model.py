"""What Settings shows of accounts and linked calendars, and the commands behind its controls.

The store is imported when it is first asked: a window that never opens Settings does not pay
for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Provider, Role
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.zones import Clock, utc_now
from lcdesk.ui.accounts.sentences import (
    NO_CALENDAR,
    AccountCard,
    BlockingOption,
    RoleOptions,
    blocking_of,
    card_of,
    leave_sentence,
    move_sentence,
    options_of,
)
from lcdesk.ui.context.before_change_model import trial
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.model.store.transaction import Reader
    from lcdesk.ui.bridge import StoreNews

_SHOWN = frozenset({Topic.ACCOUNTS, Topic.STAFF, Topic.OUTBOX, Topic.AGENDA})
_GATHERED_MS = 100  # a first sync commits many times a second
_MINUTE_MS = 60_000  # "Synced 2 min ago" grows old


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """A staff member in the chooser."""

    id: int
    name: str


class AccountSettings(QObject):
    """The accounts of one chosen staff member. `changed` asks for everything to be read again."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        locale: LocaleFormat,
        parent: QObject | None = None,
        *,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._locale = locale
        self._clock = clock
        self._chosen = 0
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._gathering.timeout.connect(self._read_again)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.changed)
        self._members: tuple[MemberChoice, ...] = ()
        self._accounts: tuple[Account, ...] = ()
        self._calendars: tuple[LinkedCalendar, ...] = ()
        self._unlisted: tuple[int, ...] = ()
        self._waiting: dict[int, int] = {}
        self._read()
        news.changed.connect(self._hear)

    # --- what is shown ----------------------------------------------------------------------

    @property
    def members(self) -> tuple[MemberChoice, ...]:
        """Every staff member."""
        return self._members

    @property
    def member(self) -> int:
        """The id of the one whose accounts are shown; 0 when there is none at all."""
        return self._chosen

    @property
    def member_name(self) -> str:
        """The name of the one whose accounts are shown."""
        return next(
            (
                member_choice.name
                for member_choice in self._members
                if member_choice.id == self._chosen
            ),
            "",
        )

    def cards(self) -> tuple[AccountCard, ...]:
        """One for each connected account."""
        return tuple(
            card_of(
                account,
                waiting=self._waiting.get(account.id, 0),
                chosen=self._count_used(account.id),
                locale=self._locale,
                now=self._clock(),
            )
            for account in self._accounts
        )

    def options(self) -> RoleOptions:
        """What can be primary and what can be checked for conflicts."""
        owners = (
            {account.id: account.email for account in self._accounts}
            if len(self._accounts) > 1
            else {}
        )
        return options_of(self._calendars, unlisted=self._unlisted, owners=owners)

    def blocking(self) -> tuple[BlockingOption, ...]:
        """What of each calendar that is read takes time."""
        return blocking_of(self._calendars)

    @property
    def primary(self) -> LinkedCalendar | None:
        """The chosen member's primary calendar."""
        return next((linked for linked in self._calendars if linked.role is Role.PRIMARY), None)

    def is_connected(self, provider: Provider, email: str, server: str) -> bool:
        """Whether the chosen member has this account already."""
        wanted = (provider, email.strip().lower(), server)
        return any(
            (account.provider, account.email.lower(), account.server) == wanted
            for account in self._accounts
        )

    def move_sentence_for(self, name: str) -> str:
        """What making `name` the primary calendar does to upcoming appointments."""
        before = self.primary
        return move_sentence(
            self._count_upcoming(), name, from_name="" if before is None else before.name
        )

    def mail_sentence_for(self, linked_id: int) -> str:
        """Whose mail making it primary sends; empty where nobody is invited to anything."""
        from lcdesk.model.commands.accounts import set_role
        from lcdesk.model.domain.errors import AttendeesAreMailed, RefusedByRule

        try:
            with trial(self._database, mail_attendees=False) as tx:
                set_role(tx, linked_id, Role.PRIMARY, now=self._clock())
        except AttendeesAreMailed as error:
            return worded(error.message)
        except RefusedByRule:
            return ""
        return ""

    @property
    def leave_sentence(self) -> str:
        """What going without a primary calendar means; empty when nothing was written."""
        return leave_sentence(self._count_upcoming()) if self.primary is not None else ""

    def name_of(self, linked_id: int) -> str:
        """A linked calendar's name."""
        return next((linked.name for linked in self._calendars if linked.id == linked_id), "")

    def copied_slots(self, account_id: int) -> int:
        """How many blocked slots of this account are still ahead."""
        from lcdesk.model.domain.timespan import TimeSpan
        from lcdesk.model.store.remote.index import ensure_indexed, horizon
        from lcdesk.model.store.remote.occurrences import busy_in

        now = self._clock()
        mine = [linked for linked in self._calendars if linked.account == account_id]
        ahead = TimeSpan(now, horizon(now).end)
        ensure_indexed(self._database, ahead)
        with self._database.read() as reader:
            return len(busy_in(reader, ahead, mine))

    # --- what is asked for ------------------------------------------------------------------

    @Slot(int)
    def choose_member(self, member: int) -> None:
        """Show another staff member's accounts."""
        if member != self._chosen and member in {
            member_choice.id for member_choice in self._members
        }:
            self._chosen = member
            self._read_again()

    def set_primary(self, linked_id: int) -> None:
        """Make it primary; NO_CALENDAR leaves the member without one. Raises LcdeskError.

        Ask before with `move_sentence_for` and `mail_sentence_for`: guests may be written to.
        """
        before = self.primary
        if linked_id != NO_CALENDAR:
            self._set_roles([(linked_id, Role.PRIMARY)], mail_attendees=True)
        elif before is not None:
            self._set_roles([(before.id, Role.NONE)])

    def set_conflict(self, linked_id: int, role: Role) -> None:
        """Check it for conflicts, or no longer. Raises LcdeskError."""
        self._set_roles([(linked_id, role)])

    def set_blocking(
        self, linked_id: int, *, tentative: bool | None = None, all_day: bool | None = None
    ) -> None:
        """Let a kind of event take time, or no longer. Raises LcdeskError."""
        from lcdesk.model.commands.accounts import set_blocking

        try:
            with self._database.write() as tx:
                set_blocking(tx, linked_id, tentative=tentative, all_day=all_day)
        finally:
            self._read_again()

    def choose_roles(self, account_id: int, primary: str, conflicts: Iterable[str]) -> None:
        """The choice made while connecting, by the calendars' paths. Raises LcdeskError."""
        from lcdesk.model.store.accounts import calendars_with_counts

        with self._database.read() as reader:
            found = calendars_with_counts(reader, account_id=account_id)
        ids = {linked.path: linked.id for linked in found}
        roles = [(ids[path], Role.CONFLICT) for path in conflicts if path in ids]
        if primary in ids:
            roles.append((ids[primary], Role.PRIMARY))
        self._set_roles(roles)

    def keep_time(self) -> None:
        """Refresh "2 min ago" while somebody looks."""
        self._minute.start()

    def forget_time(self) -> None:
        """Nobody looks any more."""
        self._minute.stop()
        self._gathering.stop()

    # --- inside -----------------------------------------------------------------------------

    def _set_roles(
        self, roles: Iterable[tuple[int, Role]], *, mail_attendees: bool = False
    ) -> None:
        from lcdesk.model.commands.accounts import set_role

        try:
            with self._database.write(mail_attendees=mail_attendees) as tx:
                for linked_id, role in roles:
                    set_role(tx, linked_id, role, now=self._clock())
        finally:
            self._read_again()

    def _count_used(self, account_id: int) -> int:
        return sum(
            linked.account == account_id and linked.role is not Role.NONE
            for linked in self._calendars
        )

    def _count_upcoming(self) -> int:
        """Sessions of the member that have, or would have, an event on the server."""
        from lcdesk.model import sync_policy
        from lcdesk.model.store.appointments import appointments_of_session, upcoming_sessions
        from lcdesk.model.store.calendars import get_calendar

        def crosses(reader: Reader, session: str) -> bool:
            for appointment in appointments_of_session(reader, session):
                calendar = get_calendar(reader, appointment.calendar)
                if calendar and sync_policy.has_event_in_icloud(calendar.kind, appointment.status):
                    return True
            return False

        with self._database.read() as reader:
            sessions = upcoming_sessions(reader, self._chosen, self._clock())
            return sum(crosses(reader, session) for session in sessions)

    def _read(self) -> None:
        from lcdesk.model.store import accounts, outbox
        from lcdesk.model.store.people import all_staff

        with self._database.read() as reader:
            self._members = tuple(
                MemberChoice(member.id, as_line(member.name)) for member in all_staff(reader)
            )
            if self._chosen not in {member_choice.id for member_choice in self._members}:
                self._chosen = self._members[0].id if self._members else 0
            connected = accounts.all_accounts(reader)
            self._accounts = tuple(
                account for account in connected if account.staff == self._chosen
            )
            self._calendars = tuple(
                replace(linked, name=as_line(linked.name))
                for linked in accounts.calendars_with_counts(reader, staff_id=self._chosen)
            )
            self._unlisted = tuple(
                linked.id for linked in self._calendars if not accounts.is_listed(reader, linked.id)
            )
            self._waiting = {
                account.id: len(outbox.entries(reader, account_id=account.id))
                for account in self._accounts
            }

    @Slot()
    def _read_again(self) -> None:
        self._gathering.stop()
        self._read()
        self.changed.emit()

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & _SHOWN and not self._gathering.isActive():
            self._gathering.start()

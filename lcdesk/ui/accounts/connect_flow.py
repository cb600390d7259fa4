"""Connecting an account, step by step, without widgets: what was entered and what comes next.

The password lives here between "Check" and the answer of the password store, nowhere else, and
is forgotten as soon as the account is kept or the person gives up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.accounts import (
    LinkedCalendar,
    Provider,
    Role,
    SignedIn,
    SignIn,
    check_app_password,
)
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.connect_words import CHECKS, Problem, Step, check_address, explain
from lcdesk.ui.accounts.sentences import (
    NO_CALENDAR,
    RoleOptions,
    options_of,
    summary_of,
    with_primary,
)
from lcdesk.ui.bridge import AccountControl
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import shorten, tr
from lcdesk.ui.wording.messages import worded

_STOPPED = "STOPPED"  # the answer to our own cancelling


class Waiting(Enum):
    """Whose answer is awaited."""

    NOBODY = auto()
    CHECK = auto()
    KEEP = auto()


class ConnectFlow(QObject):
    """Where the wizard stands. `changed` means: show everything again."""

    changed = Signal()
    connected = Signal(int)  # account id, kept and with its roles
    password_used = Signal()  # the field must not hold it any longer

    def __init__(
        self, control: AccountControl, accounts: AccountSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._accounts = accounts
        self._sign_in: SignIn | None = None
        self._signed_in: SignedIn | None = None
        self._calendars: tuple[LinkedCalendar, ...] = ()
        self._counts: dict[int, int] = {}
        self._proposed = NO_CALENDAR
        self.step = Step.RULES
        self.provider = Provider.ICLOUD
        self.email = ""
        self.server = ""
        self.reached: tuple[str, ...] = ()
        self.waiting = Waiting.NOBODY
        self.problem: Problem | None = None
        self.offers_session_only = False
        self.primary = NO_CALENDAR
        self.conflicts: frozenset[int] = frozenset()
        self._listen()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def member_name(self) -> str:
        """Whose account it will be."""
        return self._accounts.member_name

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one to return to."""
        return self.step > Step.RULES and self.waiting is not Waiting.KEEP

    @property
    def summary(self) -> str:
        """What was found on the server."""
        return summary_of(self._calendars)

    def options(self) -> RoleOptions:
        """The calendars found, with what is chosen so far."""
        before = self._accounts.primary
        text = tr("Keep “{name}” as primary calendar")
        nothing = text.format(name=before.name) if before else ""
        calendars = with_primary(self._with_conflicts(), self.primary)
        return options_of(calendars, nothing=nothing, counts=self._counts)

    @property
    def proposal(self) -> str:
        """Why a calendar is chosen already; empty once a person has chosen."""
        if self._proposed == NO_CALENDAR or self.primary != self._proposed:
            return ""
        name = next(linked.name for linked in self._calendars if linked.id == self._proposed)
        if len(self._writable()) == 1:
            form = tr("{name} is chosen: no other calendar can be written to.")
        elif self._counts.get(self._proposed):
            form = tr("{name} is chosen, the first that can be written to and has events.")
        else:
            form = tr("{name} is chosen, the first that can be written to.")
        return form.format(name=shorten(name))

    @property
    def consequence(self) -> str:
        """What choosing this primary does to upcoming appointments; often empty."""
        name = next((linked.name for linked in self._calendars if linked.id == self.primary), "")
        return self._accounts.move_sentence_for(name) if name else ""

    # --- going through ----------------------------------------------------------------------

    def begin(self, provider: Provider) -> None:
        """Leave the rules."""
        self.provider = provider
        self._go(Step.ADDRESS)

    def enter_address(self, email: str, server: str) -> str:
        """Go on to the password, or say what is wrong."""
        is_icloud = self.provider is Provider.ICLOUD
        email, server = email.strip(), "" if is_icloud else server.strip()
        problem = check_address(self.provider, email, server)
        if not problem and self._accounts.is_connected(self.provider, email, server):
            problem = tr("{email} is connected already.").format(email=email)
        if problem:
            return problem
        self.email, self.server = email, server
        self._go(Step.PASSWORD)
        return ""

    def enter_password(self, text: str) -> str:
        """Start the check, or say what is wrong with the text; then nothing is sent."""
        if self.provider is Provider.ICLOUD:
            checked = check_app_password(text)
            if checked.problem:
                return worded(checked.problem)
            text = checked.password
        elif not text:
            return tr("Enter the password of this account.")
        self._sign_in = SignIn(self.provider, self.email, text, self.server)
        self.try_again()
        return ""

    def try_again(self) -> None:
        """Check, or keep, once more with what was entered."""
        if self._sign_in is None:
            return
        if self.step is Step.ROLES:
            self._keep(session_only=False)
            return
        self.reached, self.problem = (), None
        self.waiting = Waiting.CHECK
        self._go(Step.CHECKING)
        self._control.check_requested.emit(self._sign_in)

    def back(self) -> None:
        """One step back; from a failed check to where it can be mended."""
        if not self.can_go_back:
            return
        target = Step(self.step - 1)
        if self.step is Step.CHECKING and self.problem is not None:
            target = self.problem.mended_at
        if self.step is Step.ROLES:  # there is nothing to see on the finished check
            target = Step.PASSWORD
        self._stop_check()
        self._forget_password()
        self._go(target)

    def choose_primary(self, linked_id: int) -> None:
        """The calendar that appointments will be written to; NO_CALENDAR for none of these."""
        self.primary = linked_id
        self.conflicts -= {linked_id}
        self.changed.emit()

    def choose_conflicts(self, linked_ids: Collection[int]) -> None:
        """The calendars that will be checked for conflicts."""
        self.conflicts = frozenset(linked_ids)
        self.changed.emit()

    def finish(self) -> None:
        """Keep the account; `connected` follows, or a problem."""
        self._keep(session_only=False)

    def finish_for_session(self) -> None:
        """Keep the account, and its password only until lcdesk ends."""
        self._keep(session_only=True)

    def give_up(self) -> None:
        """Stop what is running and forget what was entered."""
        self._stop_check()
        self._forget_password()

    # --- answers ----------------------------------------------------------------------------

    @Slot(str)
    def _mark_step(self, name: str) -> None:
        if self.waiting is Waiting.CHECK:
            self.reached = (*self.reached, name)
            self.changed.emit()

    @Slot(SignedIn)
    def _take_answer(self, answer: SignedIn) -> None:
        if self.waiting is not Waiting.CHECK:
            return
        self._signed_in = answer
        # They have no id and no account yet; the index in the list serves until they are kept.
        self._calendars = tuple(
            replace(one, id=at, account=0, name=as_line(one.name))
            for at, one in enumerate(answer.calendars, 1)
        )
        self._counts = {
            linked.id: answer.counts[linked.path]
            for linked in self._calendars
            if linked.path in answer.counts
        }
        self._proposed = self._likely_primary()
        self.primary, self.conflicts = self._proposed, frozenset()
        self.waiting = Waiting.NOBODY
        self.password_used.emit()
        self._go(Step.ROLES)

    @Slot(LcdeskError)
    def _show_failed_check(self, error: LcdeskError) -> None:
        if self.waiting is not Waiting.CHECK or error.code == _STOPPED:
            return
        if error.code == "SIGN_IN_REFUSED":
            self.password_used.emit()
            if not self.reached:
                self.reached = (CHECKS[0][0],)  # whoever refuses a password has been found
        self._show_problem(explain(error, self.provider))

    @Slot(LcdeskError)
    def _offer_session(self, error: LcdeskError) -> None:
        if self.waiting is Waiting.KEEP:
            self.offers_session_only = True
            self._show_problem(Problem(error.title, error.message, error.details))

    @Slot(LcdeskError)
    def _show_failure(self, error: LcdeskError) -> None:
        if self.waiting is not Waiting.NOBODY and error.code != _STOPPED:
            self._show_problem(explain(error, self.provider))

    @Slot(int)
    def _give_roles(self, account_id: int) -> None:
        if self.waiting is not Waiting.KEEP:
            return
        paths = {linked.id: linked.path for linked in self._calendars}
        conflicts = [paths[conflict] for conflict in sorted(self.conflicts)]
        try:
            self._accounts.choose_roles(account_id, paths.get(self.primary, ""), conflicts)
        except LcdeskError as error:  # it is connected; Settings shows that nothing is chosen
            self._show_problem(Problem(error.title, error.message, error.details))
        self.waiting = Waiting.NOBODY
        self._forget_password()
        self.connected.emit(account_id)

    # --- inside -----------------------------------------------------------------------------

    def _listen(self) -> None:
        self._control.step_reached.connect(self._mark_step)
        self._control.checked.connect(self._take_answer)
        self._control.check_failed.connect(self._show_failed_check)
        self._control.keyring_failed.connect(self._offer_session)
        self._control.failed.connect(self._show_failure)
        self._control.kept.connect(self._give_roles)

    def _keep(self, *, session_only: bool) -> None:
        if self._sign_in is None or self._signed_in is None or self.waiting is not Waiting.NOBODY:
            return
        self.waiting, self.problem, self.offers_session_only = Waiting.KEEP, None, False
        self.changed.emit()
        member = self._accounts.member
        self._control.keep_requested.emit(self._sign_in, self._signed_in, member, session_only)

    def _show_problem(self, problem: Problem) -> None:
        self.waiting, self.problem = Waiting.NOBODY, problem
        self.changed.emit()

    def _stop_check(self) -> None:
        if self.waiting is Waiting.CHECK:
            self._control.cancel_requested.emit()
        self.waiting = Waiting.NOBODY

    def _forget_password(self) -> None:
        self._sign_in = None
        self.password_used.emit()

    def _go(self, step: Step) -> None:
        if step is not Step.CHECKING:
            self.problem, self.offers_session_only = None, False
        self.step = step
        self.changed.emit()

    def _writable(self) -> list[int]:
        return [
            linked.id
            for linked in self._calendars
            if linked.writable and linked.readable and not linked.subscribed
        ]

    def _likely_primary(self) -> int:
        """The first that can be written to and has events, where there is no primary yet."""
        writable = self._writable()
        if not writable or self._accounts.primary is not None:
            return NO_CALENDAR
        return next(
            (linked_id for linked_id in writable if self._counts.get(linked_id)), writable[0]
        )

    def _with_conflicts(self) -> tuple[LinkedCalendar, ...]:
        return tuple(
            replace(linked, role=Role.CONFLICT if linked.id in self.conflicts else Role.NONE)
            for linked in self._calendars
        )

"""`lcdesk sync`: one pass over each account, one account at a time.

Ctrl-C while a server is spoken to: the request in hand ends in order, then the work stops.

`lcdesk outbox`: changes on their way to a server.
"""

from __future__ import annotations

import argparse
import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from lcdesk.cli import failures
from lcdesk.cli.failures import note_shape
from lcdesk.cli.output import Answer, show_progress, table
from lcdesk.cli.shapes import report_shape, time_text
from lcdesk.cli.wording.language import worded
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.domain.accounts import Account, ErrorNote
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import OutboxEntry
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import all_accounts, get_linked
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader
from lcdesk.sync.account_lock import hold_account
from lcdesk.sync.connect import Connector, PasswordMissing, known_account
from lcdesk.sync.engine import run_pass
from lcdesk.sync.errors import SignInRefused
from lcdesk.sync.reports import PassReport, broken_off
from lcdesk.sync.secrets import open_store
from lcdesk.threads import switch_interval

logger = logging.getLogger(__name__)

WAITS_FOR_ITS_TURN = 120.0  # seconds
_LOOKS_EVERY = 0.1
_BUSY = ErrorNote(
    "BUSY",
    Message("Another lcdesk is syncing this account"),
    Message(
        "It did not finish in time, so this pass was left out. Nothing is lost; try again later."
    ),
)
_HEADINGS = (
    Message("SUBJECT"), Message("KIND"), Message("STATE"), Message("ATTEMPTS"),
    Message("NOT BEFORE"), Message("ERROR"),
)  # fmt: skip
_SIGN_IN = frozenset({SignInRefused.code, PasswordMissing.code})


def run(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Bring the accounts in step with their servers."""
    accounts = _accounts_asked_for(desk, args.account)
    if not accounts:
        desk.say(Message("No account is connected, so there is nothing to sync."))
    reports: list[PassReport] = []
    with hear_interrupts() as stop, switch_interval():
        connect = Connector(open_store(), stop)
        for account in accounts:
            if stop():
                break
            reports.append(_run_one(desk, account, connect, stop=stop, full=args.full))
        stopped = stop()
    show_progress("")
    ok = not stopped and all(report.ok for report in reports)
    shapes = [report_shape(report) for report in reports]
    text = "\n".join(_sentence(report, accounts) for report in reports)
    return Answer({"ok": ok, "accounts": shapes}, text, _status(reports, stopped=stopped))


def pass_over(desk: OpenWorkspace, account_id: int) -> PassReport:
    """One pass over one account, for a command that has to know what its server says."""
    account = known_account(desk.database, account_id)
    with hear_interrupts() as stop, switch_interval():
        report = _run_one(desk, account, Connector(open_store(), stop), stop=stop, full=False)
    show_progress("")
    return report


def _accounts_asked_for(desk: OpenWorkspace, account_id: int | None) -> Sequence[Account]:
    if account_id is not None:
        return [known_account(desk.database, account_id)]
    with desk.database.read() as reader:
        return all_accounts(reader)


def _run_one(
    desk: OpenWorkspace,
    account: Account,
    connect: Connector,
    *,
    stop: Callable[[], bool],
    full: bool,
) -> PassReport:
    """One pass; whatever the account meets, the others have their turn."""
    try:
        return _pass(desk, account, connect, stop=stop, full=full)
    except (StoreError, BrokenPipeError):  # of everything here, not of this account
        raise
    except Exception:
        logger.exception("the pass over account %s broke", account.id)
        return broken_off(account.id)


def _pass(
    desk: OpenWorkspace,
    account: Account,
    connect: Connector,
    *,
    stop: Callable[[], bool],
    full: bool,
) -> PassReport:
    """One pass, as soon as no other process is at this account."""
    until = time.monotonic() + WAITS_FOR_ITS_TURN
    while True:
        with hold_account(desk.paths.data, account.id) as is_ours:
            if is_ours:
                return run_pass(
                    desk.database,
                    account,
                    connect=connect,
                    clock=utc_now,
                    progress=show,
                    full=full,
                )
        if stop() or time.monotonic() >= until:
            return PassReport(account.id, error=_BUSY, stopped=stop())
        time.sleep(_LOOKS_EVERY)


def _status(reports: Sequence[PassReport], *, stopped: bool) -> int:
    if stopped:
        return failures.INTERRUPTED
    if any(
        pass_report.error is not None and pass_report.error.code in _SIGN_IN
        for pass_report in reports
    ):
        return failures.SIGN_IN_REFUSED
    return failures.DONE if all(pass_report.ok for pass_report in reports) else failures.SOME_FAILED


def show(what: str, done: int, total: int) -> None:
    """How far reading a calendar has come, on a terminal."""
    show_progress(Message("{what}: {done} of {total}", what=what, done=done, total=total))


def _sentence(report: PassReport, accounts: Sequence[Account]) -> str:
    """One account's pass in a sentence or two."""
    email = next(account.email for account in accounts if account.id == report.account)
    pulled, pushed = report.pulled, report.pushed
    read = Message(
        "read {added} new, {changed} changed, {removed} removed",
        added=str(pulled.added),
        changed=str(pulled.changed),
        removed=str(pulled.removed),
    )
    sent = Message(
        "sent {added} new, {changed} changed, {removed} removed",
        added=str(pushed.created),
        changed=str(pushed.updated),
        removed=str(pushed.deleted),
    )
    told = Message.counted(
        "{email}: {read}; {sent}; {n} request in {seconds} s.",
        "{email}: {read}; {sent}; {n} requests in {seconds} s.",
        n=report.requests,
        email=email,
        read=read,
        sent=sent,
        seconds=f"{report.seconds:.1f}",
    )
    text = " ".join(map(worded, (told, *_what_waits(report))))
    if report.error is None:
        return text
    return f"{text}\n  {worded(report.error.title)}. {worded(report.error.message)}"


def _what_waits(report: PassReport) -> Iterator[Message]:
    held = report.pushed.held + report.pulled.held
    if held:
        yield Message("{n} held back.", n=str(held))
    if report.pushed.conflicts:
        yield Message("{n} changed in both places.", n=str(report.pushed.conflicts))
    if report.pulled.quarantined:
        yield Message("{n} not readable.", n=str(report.pulled.quarantined))
    if report.stopped:
        yield Message("Stopped before the end.")


@contextmanager
def hear_interrupts() -> Iterator[Callable[[], bool]]:
    """Gives the stop flag that a first Ctrl-C sets; a second one interrupts at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # signals are heard in the main thread only
        return
    before = signal.getsignal(signal.SIGINT)

    def on_interrupt(_number: int, _frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def listing(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """Changes that still have to reach the server, oldest first."""
    with desk.database.read() as reader:
        shapes = [_entry_shape(reader, queued, desk.now) for queued in outbox.entries(reader)]
    rows = [
        [shape["subject"], value_word(shape["kind"]), value_word(shape["state"]),
         shape["attempts"], shape["not_before"],
         (shape["error"] or {}).get("message", "")]
        for shape in shapes
    ]  # fmt: skip
    return Answer(shapes, table(_HEADINGS, rows, empty=Message("No change waits to be sent.")))


def subject_of(reader: Reader, object_id: int) -> str:
    """The agenda's id of what an object stands for."""
    session = objects.session_of_object(reader, object_id)
    seats = appointments_of_session(reader, session) if session else ()
    return f"a{seats[0].id}" if seats else f"e{object_id}"


def _entry_shape(reader: Reader, entry: OutboxEntry, now: datetime) -> dict[str, Any]:
    from lcdesk.model.replication.waiting import awaited_turn

    not_before = awaited_turn(entry, now)
    return {
        "subject": subject_of(reader, entry.object),
        "kind": entry.kind.value,
        "state": entry.state.value,
        "attempts": entry.attempts,
        "not_before": None
        if not_before is None
        else time_text(not_before, _zone_of(reader, entry.object)),
        "error": note_shape(entry.error),
    }


def _zone_of(reader: Reader, object_id: int) -> str:
    """The zone of the staff member whose calendar the object is in."""
    found = objects.get_object(reader, object_id)
    linked = None if found is None else get_linked(reader, found.linked)
    zones = {member.id: member.zone for member in all_staff(reader)}
    return "UTC" if linked is None else zones[linked.staff]

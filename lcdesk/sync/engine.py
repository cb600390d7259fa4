"""One pass over one account, from its connection to the note of how it went.

Knows no Qt and no HTTP: progress and the stop flag come in as callables, the line to the
server as a Remote.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from functools import partial

from lcdesk.model.domain.accounts import Account, LinkedCalendar
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.sync.account_state import keep_unexplained, record_failure, record_success
from lcdesk.sync.errors import RemoteError, Stopped
from lcdesk.sync.ports import Remote
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.reports import CountRead, PassReport, Progress
from lcdesk.sync.schedule import Occasion, classify_auth_failure
from lcdesk.sync.steps import Steps

Connect = Callable[[Account], Remote]


def run_pass(
    database: Database,
    account: Account,
    *,
    connect: Connect,
    clock: Clock,
    progress: Progress,
    give_way: Callable[[], None] = lambda: None,
    full: bool = False,
    occasion: Occasion = Occasion.PERSON,
) -> PassReport:
    """Bring one account in step; never raises for what the network or the server does.

    `give_way` is called between two steps of long work, and may wait for who goes first.
    """
    database = database.in_pass(str(uuid.uuid4()))
    report = PassReport(account.id)
    began = time.monotonic()
    try:
        remote = connect(account)
    except Stopped:
        report.stopped = True
        return report
    except RemoteError as error:
        record_failure(database, account, report, error, clock())
        return report
    rediscovery = Rediscovery(remote, database, account, clock)
    progress_of = partial(_progress_of, database, progress)
    steps = Steps(
        remote, database, account, report, rediscovery, clock, progress_of, give_way, full
    )
    try:
        steps.run()
    except Stopped:
        report.stopped = True
    except RemoteError as error:
        taken_for = classify_auth_failure(error, account, connect, occasion)
        record_failure(database, account, report, taken_for, clock())
    else:
        record_success(database, account, report, clock())
    finally:
        report.requests, report.received = remote.requests, remote.received
        report.seconds = time.monotonic() - began
        remote.close()
        keep_unexplained(database, account, remote)
    return report


def _progress_of(database: Database, progress: Progress, linked: LinkedCalendar) -> CountRead:
    with database.read() as reader:
        names = {member.id: member.name for member in all_staff(reader)}
    return partial(progress, f"{names[linked.staff]}, {linked.name}")

"""lcdesk inside a running process, as the window has it: everything is imported already.

    python -m bench.inside FOLDER

Reads words from standard input, does what they say over the workspace in FOLDER and prints a
line of JSON for each: `pass` is one pass, `book N` books N appointments, `ahead` draws series
up to the horizon. Seconds are of this process; memory is what it has at most come to have
above what it had before.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.figures import cost_of, peak_of
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.remote.index import index_ahead
from lcdesk.threads import switch_interval
from tests.desk import Desk


class Inside:
    """One workspace in this process."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder, now=datetime.now(UTC))
        self._warm_up()
        self._before = peak_of()

    def answer(self, word: str) -> dict[str, float]:
        """Do one thing; what it took."""
        name, _, count = word.partition(" ")
        cost = cost_of(
            {"pass": self._pass, "ahead": self._ahead}.get(name) or (lambda: self._book(int(count)))
        )
        return {"wall": cost.wall, "cpu": cost.cpu, "peak": peak_of() - self._before}

    def _warm_up(self) -> None:
        """Import what the first pass of a process imports."""
        with self.desk.database.read() as reader:
            (account,) = all_accounts(reader)
            linked = linked_calendars(reader)[0]
        remote = self.desk.connect(account)
        remote.collection_state(linked.href)
        remote.close()

    def _pass(self) -> None:
        self.desk.now = datetime.now(UTC)
        report = self.desk.sync()
        assert report.ok, report.error

    def _ahead(self) -> None:
        while index_ahead(self.desk.database, self.desk.now):
            pass

    def _book(self, count: int) -> None:
        with self.desk.database.write() as tx:
            (calendar,) = all_calendars(tx)
            first = (self.desk.now + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
            for number in range(count):
                start = first + timedelta(minutes=30 * number)
                wanted = BookingRequest(calendar.id, start, Contact(0, "Cleo"), insist=True)
                book(tx, wanted, now=self.desk.now)


if __name__ == "__main__":
    workspace = Inside(Path(sys.argv[1]))
    with switch_interval():  # as in the window
        for asked in sys.stdin:
            print(json.dumps(workspace.answer(asked.strip())), flush=True)
    workspace.desk.close()

"""Whatever one account meets, `lcdesk sync` goes on with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from lcdesk.cli import passes
from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import Account, Provider
from lcdesk.model.store.people import all_staff
from lcdesk.sync.reports import PassReport
from tests.command_line import CommandLine, workspace
from tests.desk import Desk


def test_an_account_that_breaks_its_pass_does_not_end_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CommandLine(tmp_path / "data", capsys)
    assert run.load(workspace()).status == 0
    desk = Desk(tmp_path / "data")
    with desk.database.write() as tx:
        staff = all_staff(tx)[0].id
        for name in ("a@example.org", "b@example.org", "c@example.org"):
            add_account(tx, provider=Provider.ICLOUD, email=name, staff=staff, server="")
    desk.close()

    def run_pass(_database: object, account: Account, **_: object) -> PassReport:
        if account.id == 2:
            raise RuntimeError("nobody expected this")
        return PassReport(account.id)

    monkeypatch.setattr(passes, "run_pass", run_pass)
    printed = run("--json", "sync")
    codes = [
        account["error"] and account["error"]["code"] for account in printed.document["accounts"]
    ]
    assert codes == [None, "UNEXPECTED", None]
    assert printed.status == 1
    assert "nobody expected this" in (tmp_path / "data" / "lcdesk.log").read_text()

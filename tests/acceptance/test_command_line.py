"""`lcdesk` as a program, against a real Radicale and a real Xandikos."""

from __future__ import annotations

import signal
import stat
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, Printed, Program, workspace
from tests.desk import event
from tests.fakes.faults import Fault
from tests.fakes.keyring_backend import MemoryKeyring, file_keyring_environment
from tests.fakes.loopback import Reply
from tests.fakes.proxy import FaultyProxy
from tests.servers import EMAIL, PASSWORD, Account, radicale, xandikos

MONDAY = f"{NEXT_MONDAY:%Y%m%d}"
DENTIST = event("dentist", f"{MONDAY}T090000Z", f"{MONDAY}T093000Z")


@pytest.fixture(scope="module")
def radicale_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with radicale(tmp_path_factory.mktemp("radicale")) as account:
        yield account


@pytest.fixture(scope="module")
def xandikos_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with xandikos(tmp_path_factory.mktemp("xandikos")) as account:
        yield account


@pytest.fixture(params=["radicale", "xandikos"])
def server(request: pytest.FixtureRequest) -> Iterator[Account]:
    """Each test once per real server; Xandikos has a proxy in front that asks for the password."""
    account: Account = request.getfixturevalue(f"{request.param}_account")
    with FaultyProxy(account.url, password=(EMAIL, PASSWORD)) as proxy:
        yield account if request.param == "radicale" else account.at(proxy.url)


@pytest.fixture
def lcdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program over a loaded workspace, with a keyring of its own."""
    assert CommandLine(tmp_path / "data", capsys).load(workspace()).status == 0
    (tmp_path / "data" / "workspace.json").unlink()
    return Program(tmp_path / "data", file_keyring_environment(tmp_path / "keyring.json"))


@pytest.fixture
def main(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The same without a new process for each command: for a story that takes many of them."""
    line = CommandLine(tmp_path / "data", capsys)
    assert line.load(workspace()).status == 0
    return line


def connected(lcdesk: Program | CommandLine, server: Account, calendar: str) -> int:
    """Connect Ana and make the calendar at this path her primary one; its id."""
    account = lcdesk.json(*adding(server), typed=f"{PASSWORD}\n")
    assert list(account) == [
        "id", "provider", "email", "staff", "state", "last_success", "next_try", "error",
    ]  # fmt: skip
    name = calendar.rstrip("/").rpartition("/")[2]
    linked = next(found for found in lcdesk.json("linked", "list") if found["name"] == name)
    chosen: int = lcdesk.json("linked", "role", linked["id"], "primary")["id"]
    return chosen


def adding(server: Account, *more: str) -> list[str]:
    words = ["account", "add", "--provider", "caldav", "--server", server.url]
    return [*words, "--email", server.email, "--staff", "Ana", "--password-stdin", *more]


def booking(time: str, contact: str = "Dan", *more: str) -> list[str]:
    start = f"{NEXT_MONDAY}T{time}+00:00"
    words = ["book", "--calendar", "Consultation", "--staff", "Ana", "--start", start]
    return [*words, "--minutes", "30", "--contact", contact, *more]


def week(lcdesk: Program | CommandLine) -> list[dict[str, object]]:
    day = NEXT_MONDAY.toordinal()
    end = NEXT_MONDAY.fromordinal(day + 7)
    found: list[dict[str, object]] = lcdesk.json("agenda", "--from", NEXT_MONDAY, "--to", end)
    return found


@pytest.fixture
def calendar(server: Account, tmp_path: Path) -> Iterator[str]:
    """The path of a calendar with one event in it."""
    path = server.make_calendar(f"c{abs(hash(tmp_path)):x}")
    server.put(f"{path}dentist.ics", DENTIST)
    yield path
    server.ask("DELETE", path)


def test_the_main_job(main: CommandLine, server: Account, calendar: str) -> None:
    connected(main, server, calendar)
    (report,) = main.json("sync")["accounts"]
    assert list(report) == [
        "id", "ok", "pulled", "pushed", "held", "conflicts", "quarantined", "requests", "bytes",
        "seconds", "error",
    ]  # fmt: skip
    assert report["pulled"] == {"added": 1, "changed": 0, "removed": 0}
    (dentist,) = week(main)
    assert (dentist["kind"], dentist["origin"]) == ("blocked", "icloud")
    assert main(*booking("09:00"), "--json").code == "SLOT_NOT_OPEN"

    made = main.json(*booking("10:00"))
    (waiting,) = main.json("outbox")
    assert list(waiting) == ["subject", "kind", "state", "attempts", "not_before", "error"]
    assert (waiting["subject"], waiting["kind"]) == (made["id"], "create")
    assert week(main)[1]["sync"] == "pending"
    assert main.json("sync")["accounts"][0]["pushed"]["created"] == 1
    assert week(main)[1]["sync"] == "synced"
    ours = next(path for path in server.members(calendar) if "dentist" not in path)
    assert "SUMMARY:Dan" in (server.get(ours) or "")

    main.json("move", made["id"], "--start", f"{NEXT_MONDAY}T11:00+00:00")
    assert main.json("sync")["accounts"][0]["pushed"]["updated"] == 1
    server.put(ours, (server.get(ours) or "").replace("SUMMARY:Dan", "SUMMARY:Daniel"))
    assert main.json("sync")["accounts"][0]["pulled"]["changed"] == 1
    assert week(main)[1]["title"] == "Daniel"

    server.delete(ours)
    main.json("sync")
    assert week(main)[1]["sync"] == "gone"
    (matter,) = main.json("attention")
    assert matter == {
        "key": f"deleted-in-icloud-{made['id']}",
        "kind": "deleted_in_icloud",
        "title": "Daniel",
        "message": matter["message"],
        "choices": ["keep", "restore", "cancel"],
        "subject": made["id"],
    }
    main.json("attention", "resolve", matter["key"], "restore")
    main.json("sync")
    assert len(server.members(calendar)) == 2
    main.json("cancel", made["id"])
    main.json("sync")
    assert len(server.members(calendar)) == 1
    assert main.json("outbox") == []


def test_time_blocked_by_hand_stays_here(lcdesk: Program, server: Account, calendar: str) -> None:
    connected(lcdesk, server, calendar)
    lcdesk.json("block", "--staff", "Ana", "--start", f"{NEXT_MONDAY}T12:00",
                "--end", f"{NEXT_MONDAY}T13:00")  # fmt: skip
    lcdesk.json("sync")
    assert len(server.members(calendar)) == 1


def test_refused_sign_in_stores_nothing(
    lcdesk: Program, radicale_account: Account, tmp_path: Path
) -> None:
    printed = lcdesk(*adding(radicale_account, "--json"), typed="wrong-password\n")
    assert (printed.status, printed.code) == (3, "SIGN_IN_REFUSED")
    assert lcdesk.json("account", "list") == []
    assert lcdesk.json("linked", "list") == []
    assert not (tmp_path / "keyring.json").exists()


def test_password_is_in_the_keyring_and_nowhere_else(
    lcdesk: Program, radicale_account: Account, tmp_path: Path
) -> None:
    radicale_account.make_calendar("somewhere")
    account = lcdesk.json(*adding(radicale_account), typed=PASSWORD)
    lcdesk.json("sync")
    assert PASSWORD in (tmp_path / "keyring.json").read_text(encoding="utf-8")
    for file in lcdesk.folder.iterdir():
        assert PASSWORD.encode() not in file.read_bytes(), file
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(lcdesk.folder.stat().st_mode) == 0o700
    removed = lcdesk("account", "remove", account["id"])
    assert removed.out == f"Disconnected: {account['email']}, Ana.\n", "no row says that it is ok"
    assert PASSWORD not in (tmp_path / "keyring.json").read_text(encoding="utf-8")
    assert lcdesk.json("linked", "list") == []


def test_try_again_waited_for_the_next_pass(
    main: CommandLine, radicale_account: Account, tmp_path: Path
) -> None:
    calendar = radicale_account.make_calendar(f"c{abs(hash(tmp_path)):x}")
    connected(main, radicale_account, calendar)
    ends_early = event("dentist", f"{MONDAY}T090000Z", f"{MONDAY}T083000Z")
    radicale_account.put(f"{calendar}odd.ics", ends_early)
    main("sync")
    (matter,) = main.json("attention")
    radicale_account.put(f"{calendar}odd.ics", DENTIST)
    main.json("attention", "resolve", matter["key"], "retry")
    assert main.json("attention") == []
    assert [row["title"] for row in week(main)] == ["Dentist"]
    radicale_account.ask("DELETE", calendar)


def test_changed_password(main: CommandLine, radicale_account: Account) -> None:
    connected(main, radicale_account, radicale_account.make_calendar("anywhere"))
    for key in MemoryKeyring.passwords:
        MemoryKeyring.passwords[key] = "of-yesterday"
    printed = main("sync", "--json")
    assert printed.status == 3
    assert printed.document["accounts"][0]["error"]["code"] == "SIGN_IN_REFUSED"
    assert main.json("account", "list")[0]["state"] == "needs_password"
    assert main.json("attention")[0]["kind"] == "sign_in"
    words = ("account", "password", 1, "--password-stdin", "--json")
    assert main(*words, typed="wrong").status == 3
    assert main(*words, typed=PASSWORD).document["state"] == "ok"
    assert main("sync").status == 0


def test_without_a_keyring_nothing_is_stored(
    lcdesk: Program, radicale_account: Account, tmp_path: Path
) -> None:
    radicale_account.make_calendar("nowhere")
    without = Program(lcdesk.folder, {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"})
    printed = without(*adding(radicale_account, "--json"), typed=PASSWORD)
    assert (printed.status, printed.code) == (1, "KEYRING")
    assert lcdesk.json("account", "list") == []


def test_password_that_the_keyring_lost(main: CommandLine, radicale_account: Account) -> None:
    radicale_account.make_calendar("lost")
    main.json(*adding(radicale_account), typed=PASSWORD)
    MemoryKeyring.passwords.clear()
    printed = main("sync", "--json")
    assert printed.status == 3
    assert printed.document["accounts"][0]["error"]["code"] == "PASSWORD_MISSING"


def test_an_account_whose_program_was_killed_before_its_password_was_kept_cannot_be_added_again(
    main: CommandLine, radicale_account: Account
) -> None:
    radicale_account.make_calendar("begun")
    first = main.json(*adding(radicale_account), typed=PASSWORD)
    MemoryKeyring.passwords.clear()  # as it is when the program ends inside the keyring
    again = main.json(*adding(radicale_account), typed=PASSWORD)
    assert again["id"] == first["id"]
    assert [account["state"] for account in main.json("account", "list")] == ["ok"]
    assert main("sync").status == 0
    assert main(*adding(radicale_account, "--json"), typed=PASSWORD).code == "INVALID_INPUT"


def test_icloud_password_is_checked_before_it_is_sent(main: CommandLine) -> None:
    words = ("account", "add", "--provider", "icloud", "--email", EMAIL, "--staff", "Ana")
    printed = main(*words, "--password-stdin", "--json", typed="hunter2\n")
    assert (printed.status, printed.code) == (3, "SIGN_IN_REFUSED")
    assert "app-specific" in printed.document["error"]["message"]


def test_icloud_at_a_test_address_takes_the_password_without_its_hyphens(
    main: CommandLine, radicale_account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    radicale_account.make_calendar("icloud")
    monkeypatch.setenv("LCDESK_ICLOUD_URL", radicale_account.url)
    words = ("account", "add", "--provider", "icloud", "--email", EMAIL, "--staff", "Ana")
    account = main.json(*words, "--password-stdin", typed="ABCD EFGH IJKL MNOP\n")
    assert (account["provider"], account["state"]) == ("icloud", "ok")
    assert main("sync").status == 0


def test_role_that_is_refused(main: CommandLine, radicale_account: Account) -> None:
    path = radicale_account.make_calendar("readable")
    with FaultyProxy(radicale_account.url) as proxy:
        linked = connected(main, radicale_account.at(proxy.url), path)
        no_right = b'<error xmlns="DAV:"><need-privileges/></error>'
        proxy.add(Fault("PUT", times=99, instead=Reply(403, no_right)))
        main.json(*booking("14:00"))
        printed = main("sync", "--json")
        (report,) = printed.document["accounts"]
        assert (printed.status, report["held"]) == (1, 1)
        assert report["error"]["code"] == "READ_ONLY"
        assert week(main)[0]["sync"] == "held"
        main.json("linked", "role", linked, "none")
        printed = main("linked", "role", linked, "primary", "--json")
        assert (printed.status, printed.code) == (4, "ROLE_REFUSED")


def test_server_that_is_away(main: CommandLine, radicale_account: Account) -> None:
    path = radicale_account.make_calendar("away")
    with FaultyProxy(radicale_account.url) as proxy:
        connected(main, radicale_account.at(proxy.url), path)
    printed = main("sync", "--json")
    assert printed.status == 1
    assert printed.document["accounts"][0]["error"]["code"] == "OFFLINE"
    (account,) = main.json("account", "list")
    assert account["state"] == "offline"
    assert account["error"]["code"] == "OFFLINE"
    assert datetime.fromisoformat(account["next_try"]) > datetime.now(UTC)
    doctor = main("doctor", "--json")
    assert doctor.status == 1
    assert PASSWORD not in doctor.out


def test_interrupted_sync_ends_in_order(lcdesk: Program, radicale_account: Account) -> None:
    path = radicale_account.make_calendar("slow")
    processes: list[subprocess.Popen[str]] = []

    def interrupt(_seen: object) -> None:
        processes[0].send_signal(signal.SIGINT)

    with FaultyProxy(radicale_account.url) as proxy:
        connected(lcdesk, radicale_account.at(proxy.url), path)
        lcdesk.json(*booking("15:00"))
        proxy.add(Fault("PUT", then=interrupt))
        processes.append(lcdesk.start("sync", "--json"))
        printed = lcdesk.finished(processes[0])
        assert (printed.status, printed.document["ok"]) == (130, False)
        assert "Traceback" not in printed.err
        assert lcdesk.json("sync")["ok"] is True
    assert lcdesk.json("outbox") == []
    assert len(radicale_account.members(path)) == 1


def test_two_bookings_of_one_slot_at_once(lcdesk: Program) -> None:
    outcomes = at_once(
        lambda number: lcdesk.start(*booking("10:00", f"Contact {number}", "--json"))
    )
    won = [printed for printed in outcomes if printed.status == 0]
    lost = [printed for printed in outcomes if printed.status != 0]
    assert (len(won), [(printed.status, printed.code) for printed in lost]) == (
        1,
        [(4, "SLOT_NOT_OPEN")],
    )
    assert len(week(lcdesk)) == 1


def test_two_first_starts_at_once(tmp_path: Path) -> None:
    program = Program(tmp_path / "new")
    outcomes = at_once(lambda _number: program.start("linked", "list", "--json"))
    assert [(printed.status, printed.document) for printed in outcomes] == [(0, []), (0, [])]


def test_two_syncs_at_once_take_turns(lcdesk: Program, radicale_account: Account) -> None:
    path = radicale_account.make_calendar("turns")
    connected(lcdesk, radicale_account, path)
    lcdesk.json(*booking("13:00"))
    outcomes = at_once(lambda _number: lcdesk.start("sync", "--json"))
    assert [printed.status for printed in outcomes] == [0, 0]
    created = [printed.document["accounts"][0]["pushed"]["created"] for printed in outcomes]
    assert sorted(created) == [0, 1]
    assert len(radicale_account.members(path)) == 1


def at_once(start: Callable[[int], subprocess.Popen[str]]) -> list[Printed]:
    """What two programs say that were started together."""
    running = [start(number) for number in range(2)]
    return [Program.finished(process) for process in running]


def test_a_calendar_that_is_back_is_not_given_up(
    main: CommandLine, server: Account, calendar: str
) -> None:
    server.make_calendar("stays")
    linked = connected(main, server, calendar)
    main.json("sync")
    server.ask("DELETE", calendar)
    assert main("sync").status == 1
    (matter,) = main.json("attention")
    assert matter["kind"] == "calendar_gone"
    server.make_calendar(calendar.rstrip("/").rpartition("/")[2])
    server.put(f"{calendar}dentist.ics", DENTIST)
    refused = main("attention", "resolve", matter["key"], "discard")
    assert refused.status == 4
    assert "is there again" in refused.err
    assert main.json("attention") == []
    (dentist,) = week(main)
    assert dentist["busy"]
    server.ask("DELETE", calendar)
    assert main("sync").status == 1
    assert main("attention", "resolve", matter["key"], "discard").status == 0
    assert main.json("attention") == []
    assert week(main) == []
    roles = {linked["id"]: linked["role"] for linked in main.json("linked", "list")}
    assert roles[linked] == "none"

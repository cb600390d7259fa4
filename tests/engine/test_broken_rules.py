"""An appointment that iCloud moved to a time that nobody could book waits for a look."""

from __future__ import annotations

import pytest
import time_machine

from lcdesk.model.commands.appointments import move
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import JournalKind
from tests.command_line import CommandLine
from tests.desk import Desk, november
from tests.engine.conftest import REAL_SERVERS, Connected
from tests.engine.test_activity import last, told
from tests.engine.test_attention import matters
from tests.engine.test_undo import kept


def moved_onto_another(connected: Connected) -> Appointment:
    """iCloud moved an appointment from ten to the time of the one at two."""
    desk, server = connected.desk, connected.server
    desk.book(connected.consultation, november(24, 14))
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    path = desk.href(made)
    text = server.get(path) or ""
    server.put(path, text.replace("T100000", "T140000").replace("T103000", "T143000"))
    desk.sync()
    return made


def settle(desk: Desk, matter: AttentionItem, choice: Choice) -> None:
    with desk.database.write() as tx:
        carry_out_choice(tx, matter, choice, now=desk.now)


@REAL_SERVERS
def test_it_is_listed_with_both_choices(connected: Connected) -> None:
    made = moved_onto_another(connected)
    (matter,) = matters(connected.desk)
    assert (matter.kind, matter.subject) == (Kind.BREAKS_A_RULE, f"a{made.id}")
    assert matter.choices == (Choice.KEEP, Choice.KEEP_MINE)
    assert matter.message.startswith("Moved on the calendar server: "), "it is not iCloud's"
    assert not matter.message.endswith("..")


def test_left_so_it_waits_no_longer_and_stays(connected: Connected) -> None:
    desk = connected.desk
    made = moved_onto_another(connected)
    settle(desk, matters(desk)[0], Choice.KEEP)
    assert matters(desk) == ()
    assert kept(desk, made).span.start == november(24, 14)
    assert last(desk, JournalKind.SETTLED).subject == f"a{made.id}"
    assert desk.waiting() == 0, "nothing of it concerns iCloud"


def test_moved_back_it_stands_here_and_in_icloud_as_before(connected: Connected) -> None:
    desk = connected.desk
    made = moved_onto_another(connected)
    settle(desk, matters(desk)[0], Choice.KEEP_MINE)
    assert matters(desk) == ()
    assert kept(desk, made).span.start == november(24, 10)
    assert desk.sync().pushed.updated == 1
    assert len(told(desk, JournalKind.UNDONE)) == 1


def test_the_time_before_may_be_taken_by_now(connected: Connected) -> None:
    desk = connected.desk
    made = moved_onto_another(connected)
    desk.book(connected.consultation, november(24, 10))
    with pytest.raises(CannotBeUndone, match="is taken now"):
        settle(desk, matters(desk)[0], Choice.KEEP_MINE)
    assert kept(desk, made).span.start == november(24, 14)


def test_moved_by_hand_it_waits_no_longer(connected: Connected) -> None:
    desk = connected.desk
    made = moved_onto_another(connected)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(24, 16), now=desk.now)
    assert matters(desk) == ()


def test_what_is_over_asks_nobody(connected: Connected) -> None:
    moved_onto_another(connected)
    connected.desk.now = november(25, 9)
    assert matters(connected.desk) == ()


def test_the_command_line_tells_it_as_a_clash(
    connected: Connected, capsys: pytest.CaptureFixture[str]
) -> None:
    made = moved_onto_another(connected)
    run = CommandLine(connected.desk.folder, capsys)
    with time_machine.travel(connected.desk.now, tick=False):
        (matter,) = run.json("attention")
        assert (matter["key"], matter["kind"]) == (f"breaks-a-rule-a{made.id}", "broken_rule")
        assert matter["choices"] == ["keep", "keep-mine"]
        run.json("attention", "resolve", matter["key"], "keep")
        assert run.json("attention") == []

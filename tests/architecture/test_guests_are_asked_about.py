"""Every way on which something reaches a server asks before guests are mailed, or needs not to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2] / "lcdesk"
ASKS, SAYS_THE_SAME, ASKED_BY_MERGE = "asks", "says the same", "merge_versions looks at the guests"
# Whoever writes into the outbox.
WRITERS = {
    "model.replication.enqueue.enqueue": ASKS,
    "model.replication.enqueue.put_on_its_way": ASKS,
    "model.replication.mirrored_edits._send": ASKS,
    "model.commands.decisions.retry": ASKS,
    "model.replication.enqueue.withdraw": SAYS_THE_SAME,  # a booking that is looked for
    "model.replication.renamed_there.follow_to": SAYS_THE_SAME,  # at another place
    "model.replication.renamed_there._exchange": SAYS_THE_SAME,  # at another place
    "model.replication.adopt.assign_new_uid": SAYS_THE_SAME,  # under another UID
    "model.store.remote.elsewhere.restore_detached": SAYS_THE_SAME,  # what may have arrived
    "model.replication.outbox.mark_sending": SAYS_THE_SAME,
    "model.replication.outbox.mark_unconfirmed": SAYS_THE_SAME,
    "model.replication.outbox.postpone": SAYS_THE_SAME,
    "model.replication.outbox.mark_dead": SAYS_THE_SAME,
    "model.replication.outbox.repair": SAYS_THE_SAME,
    "model.replication.outbox._rebase_follow_ups": SAYS_THE_SAME,
    "model.replication.outbox.rewrite_queued": ASKED_BY_MERGE,
}
# Whoever makes a newer text of a change, and so may bring guests into it.
REWRITERS = {
    "model.replication.merge._join": "_send_unless_unasked",
    "model.replication.merge._delete_version": "_send_unless_unasked",
    "model.replication.merge.ask_person": "mark_dead",  # waits for a person
    "model.replication.outbox.adopt_late_arrival": "",  # our own text was there
}
# Transactions of a person that cannot say that guests may be mailed: nothing of theirs can reach
# an event that stands on a server already.
WITHOUT_AN_ANSWER = {
    "cli.bookings.block",
    "cli.bookings.edit_blocked",
    "cli.bookings.unblock",
    "cli.calendar_files._block",
    "cli.timeoff.add",  # no event is told of time off
    "cli.timeoff.remove",
    "cli.waiting.add",  # who waits is in no event
    "cli.waiting.remove",
    "demo.practice._furnish",
    "demo.practice._link",
    "model.commands.series.go_on_with_series",  # new appointments only
    "sync.connect.keep",
    "sync.connect.remove",  # leaves what is on the server as it is
    "ui.agenda.agenda_model.choose",
    "ui.accounts.accounts_model.set_blocking",
    "ui.booking.block_time_model.block",
    "ui.calendar_files.blocking_model.carry_out",
    "ui.entries.changes_model._drop",  # asks by its toast
    "ui.first_steps.first_steps_model.begin",
    "ui.settings.general_model._set",
    "ui.context.context_model.keep",
    "ui.time_off.time_off_model._write",  # a calendar that is only read from then on
    "ui.waiting.editor_model.save",
    "ui.waiting.waiting_model.remove",
    "ui.reminders.choices_model._keep",
    "ui.reminders.reminders_model._do",
    "ui.reminders.reminders_model._tell_due",
    "ui.series.repeat_dialog_model.save",  # later dates are new, the first stays as it is
}


@cache
def functions() -> tuple[tuple[str, ast.AST], ...]:
    """Every function of the program by its dotted name, without its class; read once."""
    return tuple(_functions())


def _functions() -> Iterator[tuple[str, ast.AST]]:
    for file in sorted(ROOT.rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{module}.{node.name}", node


def calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a function by the name that is called."""
    for called in ast.walk(node):
        if isinstance(called, ast.Call) and isinstance(called.func, ast.Attribute | ast.Name):
            yield (
                called.func.attr if isinstance(called.func, ast.Attribute) else called.func.id,
                called,
            )


def called_in(name: str) -> set[str]:
    """What the function of that name calls."""
    return {called for each, node in functions() if each == name for called, _ in calls(node)}


def callers(*names: str) -> set[str]:
    """The functions that call one of these."""
    return {each for each, node in functions() for called, _ in calls(node) if called in names}


def test_whoever_writes_into_the_outbox_is_known_and_asks() -> None:
    assert callers("insert_entry", "update_entry") == set(WRITERS)
    for name, how in WRITERS.items():
        if how is ASKS:
            assert "ask_before_mailing" in called_in(name), name


def test_a_text_that_met_a_newer_one_is_not_sent_with_guests_unasked() -> None:
    assert callers("rewrite_queued") == set(REWRITERS)
    for name, guard in REWRITERS.items():
        assert not guard or guard in called_in(name), name


def test_every_transaction_of_a_person_can_be_answered() -> None:
    silent = {
        each
        for each, node in functions()
        for called, call in calls(node)
        if called == "write"
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Attribute | ast.Name)
        and getattr(call.func.value, "attr", getattr(call.func.value, "id", ""))
        in ("database", "_database")
        and not any(keyword.arg == "mail_attendees" for keyword in call.keywords)
        and not any("SYNC" in ast.unparse(argument) for argument in call.args)
    }
    assert silent == WITHOUT_AN_ANSWER

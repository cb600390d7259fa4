"""Many deletions that a server names one by one ask a person (docs/rules/sync.md, "Pull")."""

from __future__ import annotations

from lcdesk.model.commands.attention import Kind, list_waiting
from lcdesk.model.commands.decisions import accept_removals
from lcdesk.model.domain.events import SyncState
from lcdesk.model.store import accounts
from tests.engine.practice import Practice, practice

__all__ = ["practice"]


def filled(practice: Practice, count: int) -> list[str]:
    """So many events in the conflict calendar, read here."""
    paths = [practice.put(f"e{number}") for number in range(count)]
    practice.good_pass()
    return paths


def signs(practice: Practice) -> set[SyncState]:
    return {entry.sync for entry in practice.desk.agenda()}


def drop(practice: Practice, paths: list[str]) -> None:
    for path in paths:
        practice.icloud.home.drop(path)


def test_a_calendar_that_was_emptied_one_by_one_opened_all_its_time(practice: Practice) -> None:
    drop(practice, filled(practice, 40)[:25])
    assert practice.good_pass().pulled.held == 25
    assert signs(practice) == {SyncState.SYNCED}, "every time is still taken"
    assert practice.good_pass().pulled.held == 25
    with practice.desk.database.write() as tx:
        (entry,) = list_waiting(tx, practice.desk.now)
        assert entry.kind is Kind.MASS_REMOVAL
        (family,) = [linked for linked in accounts.linked_calendars(tx) if linked.held_removals]
        accept_removals(tx, family.id)
    assert practice.good_pass().pulled.removed == 25
    assert len([entry for entry in practice.desk.agenda() if entry.sync is SyncState.GONE]) == 25
    with practice.desk.database.read() as reader:
        assert not [linked for linked in accounts.linked_calendars(reader) if linked.held_removals]


def test_what_is_put_back_before_a_decision_ends_the_question(practice: Practice) -> None:
    paths = filled(practice, 40)[:25]
    drop(practice, paths)
    practice.good_pass()
    for number in range(25):
        practice.put(f"e{number}")
    assert practice.good_pass().pulled.held == 0
    assert signs(practice) == {SyncState.SYNCED}
    with practice.desk.database.read() as reader:
        assert list_waiting(reader, practice.desk.now) == ()


def test_twenty_of_many_are_a_tidy_up(practice: Practice) -> None:
    drop(practice, filled(practice, 40)[:20])
    report = practice.good_pass()
    assert (report.pulled.held, report.pulled.removed) == (0, 20)

"""The table of what crosses, row by row."""

from __future__ import annotations

from itertools import product

import pytest

from lcdesk.model import sync_policy
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.sync_policy import TABLE, Change, Effect, Side, Subject, effect

WRITES = {Effect.CREATE, Effect.UPDATE, Effect.MOVE, Effect.DELETE, Effect.WRITE_BACK}


def test_no_two_rows_speak_of_the_same_thing() -> None:
    keys = [(row.subject, row.change, row.side) for row in TABLE]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, {Effect.CREATE}),
        (2, {Effect.UPDATE, Effect.MOVE}),
        (3, {Effect.DELETE}),
        (4, {Effect.NOTHING}),
        (5, {Effect.TAKE_OVER}),
        (6, {Effect.KEEP_AND_MARK}),
        (7, {Effect.NOTHING}),
        (8, {Effect.MIRROR, Effect.NOTHING}),
        (9, {Effect.WRITE_BACK}),
        (10, {Effect.REFUSE}),
        (11, {Effect.KEEP_OR_RELEASE, Effect.NOTHING}),
        (12, {Effect.NOTHING}),
    ],
)
def test_row(number: int, expected: set[Effect]) -> None:
    assert {row.effect for row in TABLE if row.number == number} == expected


def test_a_deletion_in_icloud_never_deletes_an_appointment() -> None:
    kept = effect(Subject.APPOINTMENT, Change.ENDED, Side.ICLOUD)
    assert kept is Effect.KEEP_AND_MARK


@pytest.mark.parametrize("subject", [Subject.HAND_MADE_BLOCK, Subject.SIMPLE_APPOINTMENT])
def test_what_never_leaves_has_no_row_that_writes(subject: Subject) -> None:
    assert not WRITES & {row.effect for row in TABLE if row.subject is subject}


def test_nothing_of_a_conflict_calendar_is_ever_written() -> None:
    rows = [row for row in TABLE if row.subject is Subject.CONFLICT_EVENT]
    assert not WRITES & {row.effect for row in rows}
    assert not sync_policy.may_write(Role.CONFLICT)
    assert sync_policy.may_write(Role.PRIMARY)


@pytest.mark.parametrize("kind", list(CalendarKind))
@pytest.mark.parametrize("status", list(Status))
def test_which_appointments_stand_in_icloud(kind: CalendarKind, status: Status) -> None:
    stands = sync_policy.has_event_in_icloud(kind, status)
    ended = status in (Status.CANCELLED, Status.INVALID)
    assert stands is (kind is not CalendarKind.SIMPLE and not ended)


def test_settings_of_a_calendar_only_ever_open_time() -> None:
    """Rows 16 and 17, over rows 13 to 15: what is free stays free in every position."""
    for tentative_blocks, all_day_blocks in product((True, False), repeat=2):
        linked = LinkedCalendar(
            1,
            1,
            1,
            "/office/",
            "/office/",
            "Work",
            tentative_blocks=tentative_blocks,
            all_day_blocks=all_day_blocks,
        )
        for tentative, all_day in product((True, False), repeat=2):
            opened = (tentative and not tentative_blocks) or (all_day and not all_day_blocks)
            for busy in (True, False):
                takes = sync_policy.takes_time(
                    linked, busy=busy, tentative=tentative, all_day=all_day
                )
                assert takes is (busy and not opened)

"""What a listing means: pure decisions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.sync.ports import Listing, Member
from lcdesk.sync.reconcile import is_mass_removal, plan
from tests.desk import NOW


def known(path: str, etag: str | None = '"1"', **more: object) -> RemoteObject:
    values: dict[str, object] = {"id": 1, "state": ObjectState.CLEAN, "uid": path, "raw": ""}
    return RemoteObject(linked=1, path=path, href=path, etag=etag, **(values | more))  # type: ignore[arg-type]  # any field


def listing(*members: tuple[str, str | None], complete: bool = True) -> Listing:
    return Listing(
        tuple(Member(path, path, etag) for path, etag in members), (), "t", complete=complete
    )


def test_only_what_is_new_or_has_another_etag_is_read() -> None:
    have = {"/a": known("/a"), "/b": known("/b")}
    found = plan(have, listing(("/a", '"1"'), ("/b", '"2"'), ("/c", '"9"')), in_flight=(), now=NOW)
    assert [member.path for member in found.fetch] == ["/b", "/c"]


def test_a_long_answer_to_a_forgotten_token_is_not_everything_changed() -> None:
    have = {f"/{n}": known(f"/{n}") for n in range(100)}
    members = [(f"/{n}", '"1"') for n in range(100)]
    assert plan(have, listing(*members, complete=False), in_flight=(), now=NOW).fetch == ()


def test_an_object_with_a_change_on_its_way_is_left_to_the_push() -> None:
    have = {"/a": known("/a", id=7)}
    assert plan(have, listing(("/a", '"2"')), in_flight={7}, now=NOW).fetch == ()


def test_a_missing_object_is_asked_for_and_one_said_to_be_removed_is_not() -> None:
    have = {"/a": known("/a"), "/b": known("/b", id=2)}
    full = plan(have, listing(("/a", '"1"')), in_flight=(), now=NOW)
    assert (full.removed, full.missing) == ((), ("/b",))
    delta = Listing((), ("/b",), "t", complete=False)
    said = plan(have, delta, in_flight=(), now=NOW)
    assert (said.removed, said.missing) == (("/b",), ())


def test_an_object_written_a_moment_ago_is_not_missed() -> None:
    have = {"/a": known("/a", written_at=NOW - timedelta(seconds=30))}
    assert plan(have, listing(), in_flight=(), now=NOW).missing == ()
    later = NOW + timedelta(minutes=2)
    assert plan(have, listing(), in_flight=(), now=later).missing == ("/a",)


def test_an_object_written_by_a_clock_that_was_ahead_is_missed() -> None:
    have = {"/a": known("/a", written_at=NOW + timedelta(days=3))}
    assert plan(have, listing(), in_flight=(), now=NOW).missing == ("/a",)


@pytest.mark.parametrize("state", [ObjectState.WAITING, ObjectState.GONE, ObjectState.RELEASED])
def test_what_was_not_there_before_cannot_be_missing(state: ObjectState) -> None:
    have = {"/a": known("/a", state=state)}
    assert plan(have, listing(), in_flight=(), now=NOW).missing == ()


def test_an_object_not_given_last_time_is_asked_for_again() -> None:
    have = {"/a": known("/a", None, state=ObjectState.UNREAD)}
    again = plan(have, listing(complete=False), in_flight=(), now=NOW)
    assert [member.path for member in again.fetch] == ["/a"]


@pytest.mark.parametrize(
    ("missing", "total", "doubtful"),
    [(1, 1, False), (2, 2, True), (20, 100, False), (31, 100, True), (21, 30, True)],
)
def test_so_many_at_once_are_doubtful(missing: int, total: int, doubtful: bool) -> None:
    assert is_mass_removal(missing, total) is doubtful

"""What stands on the server, and what becomes of a change there: pure decisions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState
from lcdesk.sync.ports import Fetched
from lcdesk.sync.standing import TABLE, Request, Standing, Step, decide, standing_of

CREATE, UPDATE, DELETE = OutboxKind.CREATE, OutboxKind.UPDATE, OutboxKind.DELETE
LATER_CHANGES = (UPDATE, DELETE)
GARBLED = "garbled"

standings, requests, kinds = (
    st.sampled_from(kind_of) for kind_of in (Standing, Request, OutboxKind)
)
texts = st.sampled_from(["base", "body", "earlier", "theirs", GARBLED])


def entry(kind: OutboxKind, **more: object) -> OutboxEntry:
    values: dict[str, object] = {"body": "body", "base": "base", "base_etag": '"1"'}
    if kind is CREATE:
        values |= {"base": "", "base_etag": None}
    return OutboxEntry(1, 1, kind, state=OutboxState.SENDING, **(values | more))  # type: ignore[arg-type]  # any field


def found(text: str | None, etag: str | None = '"2"') -> Fetched:
    return Fetched("/a.ics", "/a.ics", etag, text)


NOTHING = Fetched("/a.ics", "/a.ics", gone=True)


def says(text: str) -> str | None:
    """What a text means: how it is spelled does not matter."""
    return None if text == GARBLED else text.lower()


def stands(
    change: OutboxEntry, answer: Fetched, sent: tuple[str, ...] = (), *, is_another: bool = False
) -> Standing:
    return standing_of(change, answer, says=says, sent=sent, is_another=is_another)


# --- what stands there ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", OutboxKind)
def test_what_is_gone_and_what_is_not_given_are_told_apart(kind: OutboxKind) -> None:
    assert stands(entry(kind), NOTHING) is Standing.NOTHING
    assert stands(entry(kind), found(None)) is Standing.NOT_GIVEN
    assert stands(entry(kind), found(GARBLED)) is Standing.UNREADABLE


@pytest.mark.parametrize("kind", [CREATE, UPDATE])
def test_what_the_change_says_is_our_own_write_however_the_server_spells_it(
    kind: OutboxKind,
) -> None:
    assert stands(entry(kind), found("BODY")) is Standing.WANTED
    assert stands(entry(kind), found("BODY"), sent=("body",)) is Standing.WANTED


@pytest.mark.parametrize("kind", OutboxKind)
def test_what_was_sent_before_is_ours_and_anything_else_is_somebody_elses(
    kind: OutboxKind,
) -> None:
    assert stands(entry(kind), found("earlier"), sent=("earlier",)) is Standing.OURS
    assert stands(entry(kind), found("earlier")) is Standing.NEWER


def test_what_a_deletion_was_made_on_may_be_deleted_at_another_version() -> None:
    assert stands(entry(DELETE), found("Base")) is Standing.OURS
    assert stands(entry(UPDATE), found("Base")) is Standing.NEWER, "it is joined"


@pytest.mark.parametrize("kind", LATER_CHANGES)
def test_the_version_that_a_change_was_made_on_is_known_by_its_etag(kind: OutboxKind) -> None:
    for text in ("base", None, GARBLED):
        assert stands(entry(kind), found(text, '"1"')) is Standing.UNCHANGED
    assert stands(entry(kind), found("base", '"1-gzip"')) is Standing.UNCHANGED
    for unknown in (None, ""):
        change = entry(kind, base_etag=unknown)
        assert stands(change, found("theirs", '""')) is Standing.NEWER


@pytest.mark.parametrize("kind", OutboxKind)
def test_another_event_at_its_place_is_no_change_of_it(kind: OutboxKind) -> None:
    for text in ("theirs", "base", GARBLED):
        assert stands(entry(kind), found(text), is_another=True) is Standing.ANOTHER_UID
    assert stands(entry(UPDATE), found("base", '"1"'), is_another=True) is Standing.UNCHANGED


def test_a_new_event_was_made_on_no_version() -> None:
    assert stands(entry(CREATE, base_etag='"1"'), found("theirs", '"1"')) is Standing.NEWER


@given(kinds, texts, st.sets(texts), st.sampled_from([None, '"1"', '"2"']))
def test_a_text_that_lcdesk_never_wrote_is_never_taken_for_its_own(
    kind: OutboxKind, text: str, sent: set[str], etag: str | None
) -> None:
    change = entry(kind)
    own = {change.base, *sent} if kind is DELETE else {change.body, *sent}
    answer = stands(change, found(text, etag), tuple(sent))
    if answer in (Standing.WANTED, Standing.OURS):
        assert text in own


# --- what follows ---------------------------------------------------------------------------------


@given(standings, requests, kinds)
def test_one_line_of_the_table_holds(stands: Standing, request: Request, kind: OutboxKind) -> None:
    assert sum(row.holds(stands, request, kind) for row in TABLE) == 1


@given(standings, requests, kinds, st.booleans())
def test_what_somebody_wrote_there_is_neither_overwritten_nor_deleted_unasked(
    stands: Standing, request: Request, kind: OutboxKind, searched: bool
) -> None:
    step = decide(stands, request, kind, is_searched=searched)
    if stands is Standing.NEWER:
        assert step is Step.MERGE
    if stands is Standing.UNREADABLE:
        assert step is Step.ASK_PERSON
    if step in (Step.SEND_AGAIN, Step.BUILD_ON, Step.TAKE_OTHER_UID):
        assert stands not in (Standing.NEWER, Standing.UNREADABLE, Standing.WANTED)


@given(standings, requests, kinds, st.booleans())
def test_nothing_is_taken_for_deleted_that_stands_there(
    stands: Standing, request: Request, kind: OutboxKind, searched: bool
) -> None:
    step = decide(stands, request, kind, is_searched=searched)
    if step in (Step.MARK_GONE, Step.TAKE_OTHER_UID, Step.SEARCH):
        assert stands is Standing.NOTHING


@given(standings, requests, kinds)
def test_a_minute_is_waited_only_where_nothing_stands_and_something_may(
    stands: Standing, request: Request, kind: OutboxKind
) -> None:
    first, then = (
        decide(stands, request, kind, is_searched=searched) for searched in (False, True)
    )
    assert then is not Step.SEARCH
    is_sent_again = request is Request.UNANSWERED and kind is CREATE
    waits = stands is Standing.NOTHING and not is_sent_again
    assert (first is Step.SEARCH) is waits
    assert waits or first is then


@pytest.mark.parametrize("kind", LATER_CHANGES)
@pytest.mark.parametrize("request_made", [Request.REFUSED, Request.NOT_MADE])
def test_a_change_follows_its_event_to_the_place_that_it_exchanged(
    kind: OutboxKind, request_made: Request
) -> None:
    step = decide(Standing.ANOTHER_UID, request_made, kind, is_searched=False)
    assert step is Step.EXCHANGE_PLACES


@pytest.mark.parametrize("request_made", Request)
@pytest.mark.parametrize("kind", [CREATE, UPDATE])
def test_our_own_write_is_confirmed_however_it_was_answered(
    kind: OutboxKind, request_made: Request
) -> None:
    step = decide(Standing.WANTED, request_made, kind, is_searched=True)
    assert step is Step.CONFIRM


def test_a_new_event_whose_answer_was_lost_is_sent_again_where_nothing_stands() -> None:
    step = decide(Standing.NOTHING, Request.UNANSWERED, CREATE, is_searched=False)
    assert step is Step.SEND_AGAIN


@pytest.mark.parametrize("kind", LATER_CHANGES)
def test_a_change_whose_answer_was_lost_is_not_made_a_new_event(kind: OutboxKind) -> None:
    step = decide(Standing.NOTHING, Request.UNANSWERED, kind, is_searched=True)
    assert step is Step.MARK_GONE


@pytest.mark.parametrize("kind", LATER_CHANGES)
def test_the_version_that_was_known_says_that_nothing_arrived_or_that_it_is_not_taken(
    kind: OutboxKind,
) -> None:
    lost = decide(Standing.UNCHANGED, Request.UNANSWERED, kind, is_searched=True)
    assert lost is Step.SEND_AGAIN
    refused = decide(Standing.UNCHANGED, Request.REFUSED, kind, is_searched=True)
    assert refused is Step.GIVE_UP


def test_a_new_event_refused_as_existing_stands_elsewhere_under_its_uid() -> None:
    step = decide(Standing.NOTHING, Request.REFUSED, CREATE, is_searched=True)
    assert step is Step.TAKE_OTHER_UID


def test_a_cancelled_booking_that_did_not_arrive_is_dropped() -> None:
    step = decide(Standing.NOTHING, Request.NOT_MADE, CREATE, is_searched=True)
    assert step is Step.MARK_GONE


@pytest.mark.parametrize("kind", OutboxKind)
def test_what_is_not_given_is_read_later_unless_it_only_has_to_be_sent(kind: OutboxKind) -> None:
    steps = {made: decide(Standing.NOT_GIVEN, made, kind, is_searched=False) for made in Request}
    assert steps == {
        Request.NOT_MADE: Step.READ_LATER,
        Request.REFUSED: Step.READ_LATER,
        Request.UNANSWERED: Step.SEND_AGAIN,
    }

"""Accounts and linked calendars in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lcdesk.model.domain.accounts import (
    Account,
    AccountState,
    ErrorNote,
    LinkedCalendar,
    Provider,
    Role,
)
from lcdesk.model.domain.words import quantity
from lcdesk.ui.accounts.sentences import (
    ALWAYS_CHECKED,
    NO_CALENDAR,
    UNLISTED,
    UNREADABLE,
    AccountCard,
    Tone,
    card_of,
    leave_sentence,
    move_sentence,
    options_of,
    slots_sentence,
    summary_of,
    with_primary,
)
from lcdesk.ui.look.locale import HourStyle, LocaleFormat
from lcdesk.ui.wording.labels import shorten

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WORDS = LocaleFormat(clock=HourStyle.HOURS_24)
ACCOUNT = Account(1, Provider.ICLOUD, "anna@icloud.com", 1, last_success=NOW)
SERVER = Account(2, Provider.CALDAV, "anna", 1, server="https://dav.example.org/dav/")


def card(account: Account, *, waiting: int = 0, chosen: int = 1) -> AccountCard:
    return card_of(account, waiting=waiting, chosen=chosen, locale=WORDS, now=NOW)


def linked(number: int, name: str = "Work", role: Role = Role.NONE) -> LinkedCalendar:
    return LinkedCalendar(
        number, 1, 1, f"/{number}/", f"/{number}/", name, role=role, writable=True
    )


def test_a_healthy_account_says_when_it_was_synced() -> None:
    seen = card(replace(ACCOUNT, last_success=NOW - timedelta(minutes=2)))
    assert (seen.state, seen.tone, seen.synced) == ("Up to date", Tone.GOOD, "Synced 2 min ago")
    assert (seen.next_try, seen.waiting, seen.message) == ("", "", "")


def test_an_account_without_a_chosen_calendar_says_what_is_missing() -> None:
    seen = card(ACCOUNT, chosen=0)
    assert seen.tone is Tone.WARNING
    assert "Choose its calendars in Calendar Configuration" in seen.message


def test_an_account_that_was_never_read_does_not_claim_to_be() -> None:
    seen = card(replace(ACCOUNT, last_success=None))
    assert seen.synced == "Not synced yet"
    assert seen.tone is Tone.QUIET


@pytest.mark.parametrize(
    ("account", "state"), [(ACCOUNT, "iCloud is busy"), (SERVER, "dav.example.org is busy")]
)
def test_a_busy_server_is_named_with_the_next_try(account: Account, state: str) -> None:
    later = NOW + timedelta(minutes=20)
    seen = card(replace(account, state=AccountState.THROTTLED, next_try=later), waiting=1)
    assert seen.state == state
    assert seen.next_try == f"Next try at {later.astimezone():%H:%M}"
    assert seen.waiting == "1 change waiting to be sent"


def test_a_try_that_is_due_is_in_a_moment() -> None:
    seen = card(replace(ACCOUNT, state=AccountState.OFFLINE, next_try=NOW))
    assert (seen.state, seen.next_try) == ("Offline", "Next try in a moment")


@pytest.mark.parametrize("hours", [1, 20])
def test_a_try_noted_by_a_clock_that_was_ahead_was_believed_for_a_day(hours: int) -> None:
    ahead = NOW + timedelta(hours=hours)
    seen = card(replace(ACCOUNT, state=AccountState.OFFLINE, next_try=ahead))
    assert seen.next_try == "Next try in a moment"


def test_a_servers_own_wish_is_believed_for_a_day() -> None:
    wish = replace(ACCOUNT, state=AccountState.THROTTLED, throttled_at=NOW)
    seen = card(replace(wish, next_try=NOW + timedelta(hours=20)))
    assert seen.next_try.startswith("Next try at ")


def test_a_refused_password_waits_for_a_person_and_names_no_next_try() -> None:
    note = ErrorNote("SIGN_IN_REFUSED", "iCloud refused the password", "Enter a new one.")
    seen = card(replace(ACCOUNT, state=AccountState.NEEDS_PASSWORD, error=note, next_try=NOW))
    assert (seen.state, seen.message) == ("iCloud refused the password", "Enter a new one.")
    assert seen.needs_password
    assert seen.next_try == ""


@pytest.mark.parametrize("state", list(AccountState))
def test_every_state_has_words_even_without_a_note(state: AccountState) -> None:
    assert card(replace(ACCOUNT, state=state)).state


def test_a_server_is_shown_by_its_name() -> None:
    assert card(SERVER).provider == "CalDAV server dav.example.org"
    assert card(replace(SERVER, server="odd")).provider == "CalDAV server odd"


def test_no_calendars_leave_nothing_to_choose() -> None:
    options = options_of(())
    assert options.primary == options.conflict == ()


def test_the_primary_calendar_is_always_checked() -> None:
    options = options_of((linked(1, role=Role.PRIMARY), linked(2, role=Role.CONFLICT)))
    assert [role_option.is_chosen for role_option in options.primary] == [False, True, False]
    assert [
        (role_option.is_chosen, role_option.is_enabled) for role_option in options.conflict
    ] == [
        (True, False),
        (True, True),
    ]
    assert options.conflict[0].detail == ALWAYS_CHECKED


def test_no_primary_is_a_choice_of_its_own() -> None:
    nothing = options_of((linked(1),)).primary[0]
    assert (nothing.id, nothing.is_chosen, nothing.is_enabled) == (NO_CALENDAR, True, True)


def test_what_has_become_unusable_can_be_given_up_but_not_chosen() -> None:
    chosen = linked(1, role=Role.CONFLICT)
    for broken, reason in (
        (replace(chosen, readable=False), UNREADABLE),
        (replace(chosen, id=9), UNLISTED),
    ):
        option = options_of((broken,), unlisted=[9]).conflict[0]
        assert (option.detail, option.is_enabled) == (reason, True)
        other = options_of((replace(broken, role=Role.NONE),), unlisted=[9]).conflict[0]
        assert not other.is_enabled


@pytest.mark.parametrize(
    ("calendar", "detail"),
    [
        (replace(linked(1), events=1), "1 event"),
        (replace(linked(1, role=Role.CONFLICT), events=1234), "1,234 events"),
        (linked(1, role=Role.CONFLICT), "Not read yet"),
        (replace(linked(1, role=Role.CONFLICT), token="t"), "No events"),
        (linked(1), ""),
        (replace(linked(1, role=Role.CONFLICT), account=0), ""),
    ],
)
def test_events_are_counted_where_they_are_known(calendar: LinkedCalendar, detail: str) -> None:
    assert options_of((calendar,)).conflict[0].detail == detail


def test_a_choice_can_be_shown_before_it_is_made() -> None:
    calendars = (linked(1, role=Role.PRIMARY), linked(2, role=Role.CONFLICT), linked(3))
    roles = [calendar.role for calendar in with_primary(calendars, 3)]
    assert roles == [Role.NONE, Role.CONFLICT, Role.PRIMARY]


def test_sentences_count_and_fall_silent_at_nothing() -> None:
    assert move_sentence(4, "Work", from_name="Home") == (
        "4 upcoming appointments will move to Work."
    )
    assert move_sentence(1, "Work") == "1 upcoming appointment will be written to Work."
    assert move_sentence(0, "Work") == leave_sentence(0) == ""
    assert slots_sentence(1) == "1 blocked slot was copied from it and still lies ahead."
    assert slots_sentence(0) == "No blocked slots were copied from this account."


def test_what_was_found_is_summed_up() -> None:
    read_only = replace(linked(2), writable=False)
    subscribed = replace(linked(3), subscribed=True)
    assert summary_of((linked(1),)) == "1 calendar found: 1 can be primary."
    assert summary_of((linked(1), read_only, subscribed)) == (
        "3 calendars found: 1 can be primary, 1 read-only, 1 subscribed."
    )


def test_long_names_are_cut() -> None:
    assert shorten("Work") == "Work"
    assert shorten("a" * 50) == "a" * 39 + "…"
    assert quantity(2, "slot", "slots") == "2 slots"

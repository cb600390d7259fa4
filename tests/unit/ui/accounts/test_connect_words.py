"""The words of connecting: no code where people read, a sentence for everything."""

from __future__ import annotations

import re

import pytest

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.connect_words import (
    CHECKS,
    MENDING,
    TITLES,
    Step,
    check_address,
    explain,
    failed_check,
    rules_of,
)

CODES = (
    "SIGN_IN_REFUSED",
    "OFFLINE",
    "THROTTLED",
    "NOT_CALDAV",
    "NO_CALENDARS",
    "BAD_ANSWER",
    "FOREIGN_HOST",
    "INVALID_INPUT",
    "KEYRING",
)


@pytest.mark.parametrize("provider", list(Provider))
@pytest.mark.parametrize("code", CODES)
def test_problems_have_a_title_a_message_and_somewhere_to_go(provider: Provider, code: str) -> None:
    problem = explain(LcdeskError("The message.", code=code, details=("more",)), provider)
    assert problem.title
    assert problem.message.endswith(".")
    assert not re.search(r"\d|HTTP|[A-Z]{4,}_", problem.title + problem.message)
    assert problem.details == (f"Code {code}", "more")
    assert problem.mended_at in MENDING


def test_the_failures_of_one_provider_do_not_read_alike() -> None:
    for provider in Provider:
        first = [explain(LcdeskError("m", code=code), provider).message for code in CODES[:5]]
        assert len(set(first)) == 5


def test_a_problem_of_the_address_leads_to_the_address() -> None:
    for code in ("FOREIGN_HOST", "INVALID_INPUT", "NOT_CALDAV", "OFFLINE"):
        error = LcdeskError("m", code=code)
        assert explain(error, Provider.CALDAV).mended_at is Step.ADDRESS


def test_another_server_is_never_called_icloud() -> None:
    rules = rules_of(Provider.CALDAV)
    assert "iCloud" not in " ".join(rules.crosses + rules.stays)
    assert "Simple calendars" in rules.stays[-1]


@pytest.mark.parametrize(
    ("provider", "email", "server", "is_good"),
    [
        (Provider.ICLOUD, " anna@icloud.com ", "", True),
        (Provider.ICLOUD, "anna@studio.example", "", True),
        (Provider.ICLOUD, "anna", "", False),
        (Provider.ICLOUD, "anna@.", "", False),
        (Provider.ICLOUD, "", "", False),
        (Provider.CALDAV, "anna", "dav.example.org", True),
        (Provider.CALDAV, "anna", " ", False),
        (Provider.CALDAV, "", "dav.example.org", False),
    ],
)
def test_addresses_are_looked_at_before_anything_is_sent(
    provider: Provider, email: str, server: str, is_good: bool
) -> None:
    assert (check_address(provider, email, server) == "") is is_good


def test_a_failure_belongs_to_the_first_step_not_reached() -> None:
    names = [name for name, _ in CHECKS]
    assert [failed_check(names[:at]) for at in range(5)] == [*names, names[-1]]
    assert set(TITLES) == set(Step)

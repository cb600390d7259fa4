"""A server without sync-collection (sabre 1.8) is asked for it once a day, not at every pass."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.engine.practice import Practice, practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

__all__ = ["practice"]

LACKING = b'<?xml version="1.0"?><error xmlns="DAV:"><supported-report/></error>'
REFUSALS = [Reply(501), Reply(415), Reply(400), Reply(403, body=LACKING)]


def lacking(practice: Practice, refusal: Reply, *, ctag: bool = True) -> Fault:
    """A server that refuses the report; the fault counts how often it is asked."""
    practice.icloud.quirks.knows_tokens = False
    practice.icloud.quirks.has_ctag = ctag
    practice.desk.now += timedelta(hours=25)
    return practice.icloud.faults.add(
        Fault("REPORT", body=b"sync-collection", times=999, instead=refusal)
    )


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("ctag", [True, False])
def test_it_was_asked_at_every_pass_all_the_same(
    practice: Practice, refusal: Reply, ctag: bool
) -> None:
    fault = lacking(practice, refusal, ctag=ctag)
    practice.good_pass()
    assert fault.hits == 2  # once for each calendar
    for day in (24, 25, 26):
        practice.put(f"event{day}", day)
        practice.good_pass()
        assert len(practice.titles()) == day - 23
    assert fault.hits == 2
    assert practice.good_pass().requests == (2 if ctag else 4)
    practice.desk.now += timedelta(hours=25)
    practice.good_pass()
    assert fault.hits == 4


def test_a_server_that_learns_it_is_asked_by_it_from_the_next_day_on(practice: Practice) -> None:
    lacking(practice, Reply(501))
    practice.good_pass()
    practice.icloud.faults.clear()
    practice.icloud.quirks.knows_tokens = True
    practice.desk.now += timedelta(hours=25)
    practice.good_pass()
    practice.put("one")
    practice.good_pass()
    assert practice.calendars()[practice.icloud.family].token is not None
    assert practice.titles() == ["Dentist"]

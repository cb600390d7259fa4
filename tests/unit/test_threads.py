"""Threads take shorter turns for a while only."""

from __future__ import annotations

import sys

import pytest

from lcdesk.threads import TURN_SECONDS, short_turns


def test_the_length_of_turns_is_given_back() -> None:
    before = sys.getswitchinterval()
    with short_turns():
        assert sys.getswitchinterval() == pytest.approx(TURN_SECONDS)
    assert sys.getswitchinterval() == before

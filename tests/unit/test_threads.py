"""Threads take shorter turns for a while only, and what hangs in the system is let go."""

from __future__ import annotations

import sys
import threading

import pytest

from lcdesk.threads import TURN_SECONDS, AbandonedError, switch_interval, unless


def test_the_length_of_turns_is_given_back() -> None:
    before = sys.getswitchinterval()
    with switch_interval():
        assert sys.getswitchinterval() == pytest.approx(TURN_SECONDS)
    assert sys.getswitchinterval() == before


def test_what_is_done_in_time_is_given_back() -> None:
    assert unless(lambda: True, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        unless(lambda: False, lambda: 1 // 0)


def test_what_hangs_is_let_go_and_comes_too_late() -> None:
    released, thrown_away = threading.Event(), threading.Event()
    late: list[str] = []

    def hang() -> str:
        released.wait()
        return "too late"

    def discard(result: str) -> None:
        late.append(result)
        thrown_away.set()

    with pytest.raises(AbandonedError):
        unless(lambda: True, hang, discard=discard)
    released.set()
    assert thrown_away.wait(10)
    assert late == ["too late"]

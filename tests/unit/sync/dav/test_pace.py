"""The rate of requests, throttling remembered, and waits that hear Stop; no test sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.dav.addresses import AllowedHosts
from lcdesk.sync.dav.failures import Judge
from lcdesk.sync.dav.pace import Pace, ThrottleMemory, TimeSource
from lcdesk.sync.dav.refusal import Purpose, retry_at
from lcdesk.sync.dav.session import Call, Session
from lcdesk.sync.errors import Offline, Stopped

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class FakeTime:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.clock = TimeSource(
            now=lambda: NOW + timedelta(seconds=self.passed),
            monotonic=lambda: self.passed,
            sleep=self.sleep,
        )

    def sleep(self, seconds: float) -> None:
        self.passed += seconds


def send(pace: Pace, time: FakeTime, count: int, *, slowly: bool = False) -> float:
    """How long so many requests take."""
    start = time.passed
    for _ in range(count):
        time.sleep(pace.wait_time(slowly=slowly))
        pace.note()
    return time.passed - start


def test_four_a_second() -> None:
    time = FakeTime()
    assert send(Pace(time.clock), time, 41) == pytest.approx(10.0)


def test_two_hundred_a_minute() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    assert send(pace, time, 201) == pytest.approx(60.0)
    assert send(pace, time, 200) >= 59.0


def test_the_rate_holds_over_several_lines_to_one_account() -> None:
    time, memory = FakeTime(), ThrottleMemory()
    assert send(Pace(time.clock, memory.sent), time, 150) < 40
    start = time.passed
    send(Pace(time.clock, memory.sent), time, 51)
    assert time.passed == pytest.approx(60.0)
    assert time.passed > start + 20


def test_half_of_that_while_throttled() -> None:
    time = FakeTime()
    assert send(Pace(time.clock), time, 41, slowly=True) == pytest.approx(20.0)
    assert send(Pace(time.clock), time, 101, slowly=True) == pytest.approx(60.0)


def test_memory_of_a_throttle() -> None:
    memory = ThrottleMemory()
    assert not memory.is_recent(NOW)
    memory.note(NOW)
    assert memory.is_recent(NOW + timedelta(minutes=29))
    assert not memory.is_recent(NOW + timedelta(minutes=30))
    assert not memory.is_recent(NOW - timedelta(minutes=1))  # the clock was set back


def test_memory_of_refusals() -> None:
    memory = ThrottleMemory()
    assert [memory.refused("/a"), memory.refused("/a"), memory.refused("/b")] == [1, 2, 1]
    memory.answered("/a")
    assert memory.refused("/a") == 1


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("1.5", None),
        ("٣", None),
        ("30", NOW + timedelta(seconds=30)),
        ("9" * 400, NOW + timedelta(days=1)),
        ("Sat, 21 Nov 2026 09:01:00 GMT", NOW + timedelta(minutes=1)),
        ("Sat, 21 Nov 2026 09:01:00 -0000", NOW + timedelta(minutes=1)),
        ("Sat, 21 Nov 2020 09:01:00 GMT", NOW),
        ("Sat, 21 Nov 9999 09:01:00 GMT", NOW + timedelta(days=1)),
        ("Sat, 99 Nov 2026 09:01:00 GMT", None),
    ],
)
def test_retry_after(header: str | None, expected: datetime | None) -> None:
    assert retry_at(header, NOW) == expected


def session_at(url: str, time: FakeTime, stops_after: float = 1e9) -> Session:
    return Session(
        AllowedHosts(Provider.CALDAV, url),
        Judge(Provider.CALDAV, time.clock, ThrottleMemory()),
        credentials=("ana", "geheim"),
        stop=lambda: time.passed >= stops_after,
        time_source=time.clock,
    )


@pytest.mark.offline
def test_only_servers_elsewhere_are_asked_slowly() -> None:
    time = FakeTime()
    session = session_at("https://192.0.2.1/", time)
    for _ in range(5):
        with pytest.raises(Offline):
            session.exchange(Call(Purpose.READ, "GET", "https://192.0.2.1/a"))
    assert time.passed == pytest.approx(1.0)
    session.close()
    here = session_at("http://127.0.0.1:1/", time)
    for _ in range(5):
        with pytest.raises(Offline):
            here.exchange(Call(Purpose.READ, "GET", "http://127.0.0.1:1/a"))
    assert time.passed == pytest.approx(1.0)
    here.close()


def test_waits_hear_stop() -> None:
    time = FakeTime()
    session = session_at("http://127.0.0.1:1/", time, stops_after=3)
    with pytest.raises(Stopped):
        session.wait(1_000)
    assert time.passed == pytest.approx(3, abs=0.2)
    session.close()

"""Calendar objects as nobody should write them: real ones, damaged where it hurts.

Random text is refused at the first line. What finds mistakes is an object that is right almost
everywhere, so each of these begins as one that a program wrote.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from lcdesk.model.ical.lines import unfold
from tests.corpora import completed, names_with_events, text_of

_OWN = Path(__file__).parents[1] / "data" / "ical"
_LARGEST = 6_000  # characters; larger samples only make examples slow

_DIGITS = "9" * 5_000  # int() refuses so many
_NUMBERS = ["0", "-1", "1", "53", "366", "999999999", "-999999999", _DIGITS, "٣", "1.5", ""]
_STAMPS = [
    *("00010101T000000", "00010101", "99991231T235959Z", "99991231", "20260329T023000"),
    *("19700101T000000Z", "20261025T023000", "20260229", "16010101T000000", "20260105T090000Z/P1D"),
    *("20260105T240000", "2026-01-05", "20260105T090000Z,20260106T090000Z", "T", "20261332"),
]
_LENGTHS = [
    *(
        "P",
        "PT",
        "P99999W",
        "-P1D",
        "P999999D",
        "PT999999999S",
        "PT9999999H",
        "P1DT",
        "P1Y",
        "PT0S",
    ),
    *("P99999W999999DT9999999H99999999M999999999S", f"P{_DIGITS}D", "+PT15M"),
]
_ZONES = [
    *("Europe/Berlin", "W. Europe Standard Time", "/mozilla.org/20050126_1/Asia/Tokyo", "UTC"),
    *(
        "GMT+9959",
        "GMT-1400",
        "../../etc/passwd",
        "Nowhere",
        "localtime",
        "a/" * 90,
        "\x00",
        "\ud800",
    ),
    *('"', "/", ".", "Customized Time Zone", "Etc/GMT+12", "Pacific/Apia", "Europe", "Asia/"),
]
_FREQUENCIES = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "NEVER"]


def _many(low: int, high: int) -> str:
    return ",".join(map(str, range(low, high)))


_RULE_PARTS = [
    *("COUNT=999999999", "COUNT=0", "COUNT=-1", "INTERVAL=0", "INTERVAL=999999999", "WKST=XX"),
    *("UNTIL=00010101", "UNTIL=99991231T235959Z", "UNTIL=x", "BYSETPOS=-366,366", "BYSETPOS=0"),
    *(f"BYSECOND={_many(0, 61)}", f"BYMINUTE={_many(0, 60)}", f"BYHOUR={_many(0, 24)}"),
    *(f"BYYEARDAY={_many(1, 367)}", f"BYMONTHDAY={_many(-31, 0)}", f"BYWEEKNO={_many(1, 54)}"),
    *("BYDAY=MO,TU,WE,TH,FR,SA,SU", "BYDAY=53MO,-53SU", "BYDAY=9", "BYMONTH=2;BYMONTHDAY=30"),
    *(
        "BYEASTER=0",
        "RSCALE=HEBREW",
        "SKIP=FORWARD",
        f"COUNT={_DIGITS}",
        f"BYSETPOS={_many(1, 366)}",
    ),
]

rules = st.builds(
    lambda freq, parts: ";".join([f"FREQ={freq}", *parts]),
    st.sampled_from(_FREQUENCIES),
    st.lists(st.sampled_from(_RULE_PARTS), max_size=4),
)
"""Rules that are absurd, exhausting or merely strange."""

stamps = st.sampled_from(_STAMPS) | st.datetimes().map(lambda moment: f"{moment:%Y%m%dT%H%M%S}")
_words = st.sampled_from(["\\", "\\n" * 50, "\r", "\t", "\x00", "é", "\ud800"]) | st.text(
    max_size=20
)
_params = st.sampled_from(
    [
        *("", "", "", ";VALUE=DATE", ";VALUE=PERIOD", ";RANGE=THISANDFUTURE", ";", ';Q="a;b:c"'),
        *(";X=" + "y" * 300, *(f";TZID={zone}" for zone in _ZONES)),
    ]
)
_listed = {
    "DURATION": _LENGTHS,
    "X-APPLE-TRAVEL-DURATION": _LENGTHS,
    "SEQUENCE": _NUMBERS,
    "TZOFFSETTO": [*_NUMBERS, "+2359", "-2359", "+9999", "+010203"],
    "TZOFFSETFROM": [*_NUMBERS, "+2359", "-2359"],
    "STATUS": ["CANCELLED", "TENTATIVE", ""],
    "UID": ["", "other"],
    "BEGIN": ["VEVENT", "VALARM", "VTIMEZONE", "STANDARD", ""],
    "END": ["VEVENT", "VALARM", "VTIMEZONE", "STANDARD", ""],
}


def _named(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(_params, values).map(lambda pair: f"{name}{pair[0]}:{pair[1]}")


lines = st.one_of(
    *(_named(name, stamps) for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")),
    *(rules.map(lambda rule, name=name: f"{name}:{rule}") for name in ("RRULE", "RRULE", "EXRULE")),  # type: ignore[misc]
    *(_named(name, st.sampled_from(values)) for name, values in _listed.items()),
    *(_named(name, _words) for name in ("SUMMARY", "LOCATION", "ATTENDEE", "TZID", "DTSTAMP")),
    _words,
)
"""Lines that an event or a zone may hold and that are likely to matter."""


class Damage(Enum):
    """What is done to one line."""

    EXCHANGED = auto()  # by another of the same name, if there is one
    ADDED = auto()
    REMOVED = auto()
    REPEATED = auto()
    REVALUED = auto()
    CUT_OFF = auto()


@st.composite
def objects(draw: st.DrawFn) -> str:
    """A calendar object with up to four things wrong with it."""
    parts = draw(st.sampled_from(_samples()))
    steps = st.tuples(st.sampled_from([*Damage, Damage.EXCHANGED]), lines, st.integers(0, 999))
    for damage, line, place in draw(st.lists(steps, min_size=1, max_size=4)):
        parts = _damaged(parts, damage, line, place)
    end = draw(st.sampled_from(["\r\n", "\r\n", "\n", "\r"]))
    if draw(st.booleans()):
        return end.join(parts) + end
    return end.join(piece for part in parts for piece in _folded(part)) + end


def _damaged(parts: tuple[str, ...], damage: Damage, line: str, place: int) -> tuple[str, ...]:
    """The lines with one of them damaged; what opens and closes components stays mostly."""
    name = line.partition(":")[0].partition(";")[0]
    same = [at for at, text in enumerate(parts) if text.startswith(name)]
    inner = [at for at, text in enumerate(parts) if not text.startswith(("BEGIN", "END"))]
    if damage is Damage.EXCHANGED and same:
        at = same[place % len(same)]
    else:
        at = inner[place % len(inner)] if inner else 0
    before, this, after = parts[:at], parts[at : at + 1], parts[at + 1 :]
    new = {
        Damage.EXCHANGED: (line,) if same else (*this, line),
        Damage.ADDED: (*this, line),
        Damage.REMOVED: (),
        Damage.REPEATED: this * (2 if place % 2 else 400),
        Damage.REVALUED: tuple(f"{text.partition(':')[0]}:{line}" for text in this),
        Damage.CUT_OFF: tuple(text[: place % 30] for text in this),
    }[damage]
    return (*before, *new, *(after if damage is not Damage.CUT_OFF or place % 3 else ()))


def _folded(part: str) -> list[str]:
    pieces = [part[at : at + 20] for at in range(0, len(part), 20)] or [""]
    return [pieces[0], *(f" {piece}" for piece in pieces[1:])]


@cache
def _samples() -> list[tuple[str, ...]]:
    own = [path.read_bytes().decode() for path in sorted(_OWN.glob("*.ics"))]
    others = [completed(text_of(name)) for name in names_with_events()]
    texts = (unfold(text).strip() for text in (*own, *others) if len(text) <= _LARGEST)
    return [tuple(text.split("\n")) for text in texts]

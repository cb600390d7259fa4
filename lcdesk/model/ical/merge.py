"""Two changed copies of one event joined, property by property, against what both knew.

Different properties: both changes are kept. The same property changed to different values:
a person decides. Equal content is never a conflict. A date of a series that was changed by itself
is one whole: where only one side touched it, that side's is taken, and one that both changed
differently waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.edit import mark_revised
from lcdesk.model.ical.fingerprint import fingerprint
from lcdesk.model.ical.lines import Stamp, parse_line, read_stamp, write_line
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.scan import ScannedEvent, master_of, scan
from lcdesk.model.ical.series_text import SeriesText
from lcdesk.model.ical.times import times_of
from lcdesk.model.ical.timezones import Zones

_LINES = {
    "title": ("SUMMARY",),
    "notes": ("DESCRIPTION", "X-ALT-DESC"),
    "location": ("LOCATION", "X-APPLE-STRUCTURED-LOCATION"),
    "times": ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXRULE"),
    "exceptions": ("EXDATE",),
    "status": ("STATUS",),
}
_DEFAULT_STATUS = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Merged:
    """Both sides' changes in one text: theirs, with mine put in."""

    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What both sides changed differently: title, notes, location, times, exceptions, status."""

    properties: tuple[str, ...]


def merge(base: str, mine: str, theirs: str) -> Merged | Clash:
    """Join `mine` and `theirs`, both made from `base`; all hold one single event, or a series.

    Of a series only what the series itself says is joined. Where mine adds nothing the text is
    `theirs`, byte for byte. Raises UnreadableEvent.
    """
    wanted, clashing = _find_changes(base, mine, theirs)
    if clashing:
        return Clash(clashing)
    return Merged(_with_mine(base, mine, theirs, wanted))


def merge_mine_first(base: str, mine: str, theirs: str) -> str:
    """As `merge`, but what both sides changed becomes what mine says."""
    return _with_mine(base, mine, theirs, _find_changes(base, mine, theirs)[0])


def _find_changes(base: str, mine: str, theirs: str) -> tuple[list[str], tuple[str, ...]]:
    """What mine changed, and which of it theirs changed otherwise."""
    known, here, there = (_values(text) for text in (base, mine, theirs))
    wanted = [name for name in _LINES if here[name] not in (known[name], there[name])]
    clashing = [name for name in wanted if there[name] != known[name]]
    if "times" not in wanted and known["times"] == there["times"] and "exceptions" in clashing:
        clashing.remove("exceptions")  # dates that both sides took out add up
    return wanted, tuple(clashing)


def _values(text: str) -> dict[str, object]:
    """What the event says, by property, in a form that compares content."""
    event = master_of(scan(text).events)
    return {
        "title": event.summary,
        "notes": event.description,
        "location": event.location,
        "times": _times(event, text),
        "exceptions": tuple(sorted(stamp.value for stamp in event.exdates)),
        "status": event.status or _DEFAULT_STATUS,
    }


def _times(event: ScannedEvent, text: str) -> object:
    """Start and end as instants with how they repeat; floating ones and dates kept apart."""
    times = times_of(event, Zones(text, ZoneInfo("UTC")))
    if times.problem:
        raise UnreadableEvent(times.problem)
    moment = read_stamp(event.start)
    is_floating = not (moment.is_date or moment.is_utc or event.start.tzid)
    repeats = (event.rrules, event.rdates, event.exrules)
    return times.span_at(times.wall), moment.is_date, is_floating, repeats


def _with_mine(base: str, mine: str, theirs: str, wanted: Sequence[str]) -> str:
    if not wanted:
        return theirs
    source, event = RawEvent(mine), RawEvent(theirs)
    for prop in wanted:
        for name in _LINES[prop]:
            event.replace(name, [write_line(line) for line in source.properties(name)])
    if "exceptions" in wanted and "times" not in wanted:
        event.replace("EXDATE", _exceptions(RawEvent(base), source, RawEvent(theirs)))
    for line in (*event.properties("DTSTART"), *event.properties("DTEND")):
        tzid = line.param("TZID")
        if tzid and "times" in wanted and (rules := source.zone_rules(tzid)):
            event.set_zone_rules(tzid, rules)
    mark_revised(event, _made_at(source))
    marker = [write_line(line) for line in source.properties("X-LCDESK-OP")]
    event.replace("X-LCDESK-OP", marker)
    return str(event)


def _exceptions(base: RawEvent, mine: RawEvent, theirs: RawEvent) -> list[str]:
    """Theirs, with what mine added; what mine took back is gone."""
    before, here, there = (_exdates(event) for event in (base, mine, theirs))
    kept = [line for line in there if line in here or line not in before]
    return kept + [line for line in here if line not in before and line not in there]


def _exdates(event: RawEvent) -> list[str]:
    return [
        write_line(replace(line, value=value.strip()))
        for line in event.properties("EXDATE")
        for value in line.value.split(",")
        if value.strip()
    ]


def _made_at(event: RawEvent) -> datetime:
    """When my copy was made: its DTSTAMP, so that merging needs no clock."""
    stamps = event.properties("DTSTAMP")
    if not stamps:
        raise UnreadableEvent(Message("This event has no DTSTAMP."))
    return read_stamp(Stamp(stamps[0].value)).wall.replace(tzinfo=UTC)


_ANY = ZoneInfo("UTC")  # dates are only told apart, all three texts in the same way
_A_DATE = ("times",)


def join(base: str, mine: str, theirs: str) -> Merged | Clash:
    """Join `mine` and `theirs`, both made from `base`.

    Raises UnreadableEvent, and InvalidInput where it is unclear which events are meant.
    """
    if all(scan(text).simple for text in (base, mine, theirs)):
        return merge(base, mine, theirs)
    dates = _Dates.read(base, mine, theirs)
    if any(dates.clashing()):
        return Clash(_A_DATE)
    if not dates.have_masters:
        return Merged(dates.put_into(theirs))
    joined = merge(base, mine, theirs)
    return joined if isinstance(joined, Clash) else Merged(dates.put_into(joined.text))


def join_mine_first(base: str, mine: str, theirs: str) -> str:
    """As `join`, but what both sides changed becomes what mine says."""
    if all(scan(text).simple for text in (base, mine, theirs)):
        return merge_mine_first(base, mine, theirs)
    dates = _Dates.read(base, mine, theirs)
    joined = merge_mine_first(base, mine, theirs) if dates.have_masters else theirs
    return dates.put_into(joined)


def first_clashing_date(base: str, mine: str, theirs: str) -> str:
    """The recurrence id of the first date that both sides changed differently; empty for none.

    Raises as `join`.
    """
    return next(_Dates.read(base, mine, theirs).clashing(), "")


@dataclass(frozen=True, slots=True)
class _Changed:
    """The changed dates of one text: their events as lines, and what those say."""

    lines: Mapping[str, list[str]]
    says: Mapping[str, str]
    has_master: bool

    @classmethod
    def read(cls, text: str) -> _Changed:
        found = SeriesText(text, _ANY)
        lines = {
            found.series.recurrence_id(wall): RawEvent(text, position).lines()
            for wall, position in found.edited.items()
        }
        says = {date: _content_of(some) for date, some in lines.items()}
        return cls(lines, says, found.master is not None)


def _content_of(lines: list[str]) -> str:
    return fingerprint("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]))


@dataclass(frozen=True, slots=True)
class _Dates:
    base: _Changed
    mine: _Changed
    theirs: _Changed
    text: str  # mine

    @classmethod
    def read(cls, base: str, mine: str, theirs: str) -> _Dates:
        dates = cls(_Changed.read(base), _Changed.read(mine), _Changed.read(theirs), mine)
        if len({text.has_master for text in (dates.base, dates.mine, dates.theirs)}) > 1:
            raise InvalidInput(
                Message("One of the versions lacks the series itself and has dates only.")
            )
        return dates

    @property
    def have_masters(self) -> bool:
        return self.base.has_master  # all do, or none

    def dates_to_merge(self) -> Iterator[str]:
        """The dates that mine changed, in another way than theirs."""
        here, before, there = self.mine.says, self.base.says, self.theirs.says
        for date in sorted({*here, *before}):
            if here.get(date) not in (before.get(date), there.get(date)):
                yield date

    def clashing(self) -> Iterator[str]:
        """Those of them that theirs changed too."""
        before, there = self.base.says, self.theirs.says
        return (date for date in self.dates_to_merge() if there.get(date) != before.get(date))

    def put_into(self, text: str) -> str:
        """`text` with the dates that mine changed as mine has them."""
        for date in self.dates_to_merge():
            text = _with_date(text, date, self.mine.lines.get(date), self.text)
        return text


def _with_date(text: str, date: str, lines: list[str] | None, source: str) -> str:
    """One changed date put in place, or taken away; its zones come along."""
    found = SeriesText(text, _ANY)
    gone = [at for at, wall in found.replaced.items() if found.series.recurrence_id(wall) == date]
    kept = next(position for position in range(RawEvent(text, 0).count + 1) if position not in gone)
    event = RawEvent(text, kept if found.master is None else found.master)
    if lines is not None:
        event.add_event(lines)
        for tzid in {line.param("TZID") for line in map(parse_line, lines) if line is not None}:
            rules = RawEvent(source, 0).zone_rules(tzid)
            if tzid and rules and not event.zone_rules(tzid):
                event.set_zone_rules(tzid, rules)
    event.remove_events(gone)
    return str(event)

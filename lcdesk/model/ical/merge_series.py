"""Two changed copies of one event joined where single dates of a series may have been changed.

What the series itself says is joined property by property (merge.py), each changed date as a
whole: where only one side touched it, that side's is taken. A date that both changed differently
waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.ical.fingerprint import fingerprint
from lcdesk.model.ical.lines import parse_line
from lcdesk.model.ical.merge import Clash, Merged, merge, merge_mine_first
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.scan import scan
from lcdesk.model.ical.series_text import SeriesText

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


def clashing_date(base: str, mine: str, theirs: str) -> str:
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
            found.series.recurrence_id(wall): RawEvent(text, place).lines()
            for wall, place in found.edited.items()
        }
        says = {date: _said(some) for date, some in lines.items()}
        return cls(lines, says, found.master is not None)


def _said(lines: list[str]) -> str:
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
            raise InvalidInput("One of the versions lacks the series itself and has dates only.")
        return dates

    @property
    def have_masters(self) -> bool:
        return self.base.has_master  # all do, or none

    def wanted(self) -> Iterator[str]:
        """The dates that mine changed, in another way than theirs."""
        here, before, there = self.mine.says, self.base.says, self.theirs.says
        for date in sorted({*here, *before}):
            if here.get(date) not in (before.get(date), there.get(date)):
                yield date

    def clashing(self) -> Iterator[str]:
        """Those of them that theirs changed too."""
        before, there = self.base.says, self.theirs.says
        return (date for date in self.wanted() if there.get(date) != before.get(date))

    def put_into(self, text: str) -> str:
        """`text` with the dates that mine changed as mine has them."""
        for date in self.wanted():
            text = _with_date(text, date, self.mine.lines.get(date), self.text)
        return text


def _with_date(text: str, date: str, lines: list[str] | None, source: str) -> str:
    """One changed date put in place, or taken away; its zones come along."""
    found = SeriesText(text, _ANY)
    gone = [at for at, wall in found.replaced.items() if found.series.recurrence_id(wall) == date]
    kept = next(place for place in range(RawEvent(text, 0).count + 1) if place not in gone)
    event = RawEvent(text, kept if found.master is None else found.master)
    if lines is not None:
        event.add_event(lines)
        for tzid in {line.param("TZID") for line in map(parse_line, lines) if line is not None}:
            rules = RawEvent(source, 0).zone_rules(tzid)
            if tzid and rules and not event.zone_rules(tzid):
                event.set_zone_rules(tzid, rules)
    event.remove_events(gone)
    return str(event)

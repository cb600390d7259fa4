"""What happened, in words: a row of Activity as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum, auto
from functools import lru_cache
from zoneinfo import ZoneInfo

from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.journal import Deed, Entry, JournalKind
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.ui.activity.record_titles import record_detail
from lcdesk.ui.activity.titles import is_cancelled_here, item_name, single_item, title_of
from lcdesk.ui.attention.items_model import choice_name, moved_words, why_it_waited
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import mark, status_name, tr, tr_of, with_number
from lcdesk.ui.wording.messages import name_list

_NAMED = 4  # titles in a row's second line


class Tone(Enum):
    """How much a row wants to be seen."""

    QUIET = auto()
    GOOD = auto()
    URGENT = auto()


@dataclass(frozen=True, slots=True)
class ItemLink:
    """Where something stands in the week; `entry` is its id in the agenda."""

    name: str
    when: str
    day: date
    entry: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One thing that happened. `found_by` is what a search looks through."""

    id: int
    day: date
    time: str
    title: str
    detail: str
    sign: Sign
    tone: Tone
    links: tuple[ItemLink, ...]
    account: int | None
    staff: int | None
    can_be_undone: bool
    is_undone: bool
    found_by: str

    @property
    def text(self) -> str:
        """The row as text, for the clipboard and for a screen reader."""
        state = tr("Undone") if self.is_undone else ""
        return " · ".join(part for part in (self.time, self.title, self.detail, state) if part)


class ActivityWords:
    """Words rows for one zone and locale.

    `members` are the names of staff members by id, `server_names` where accounts are kept.
    """

    def __init__(
        self,
        locale: LocaleFormat,
        tz: ZoneInfo,
        members: Mapping[int, str],
        server_names: Mapping[int, PlaceName],
    ) -> None:
        self._tz = tz
        self._members = members
        self._server_names = server_names
        # Thousands of rows name the same few days and minutes.
        self._day = lru_cache(maxsize=512)(locale.day)
        self._minute = lru_cache(maxsize=1440)(locale.time)

    def row(self, entry: Entry) -> ActivityRow:
        """One row as it is shown."""
        title, detail = title_of(entry, self._server_name(entry)), self._detail(entry)
        calendar, account = (
            as_line(str(entry.facts.get(name, ""))) for name in ("calendar", "account")
        )
        around = (calendar, self._members.get(entry.staff or 0, ""))
        detail = " · ".join(part for part in (detail, *around) if part and part not in title)
        names = " ".join(item_name(item) for item in entry.items)
        return ActivityRow(
            id=entry.id,
            day=local_day(entry.at, self._tz),
            time=self._time(entry.at),
            title=title,
            detail=detail,
            sign=_SIGNS[entry.kind],
            tone=_TONES.get(entry.kind, Tone.QUIET),
            links=tuple(self._links(entry)),
            account=entry.account,
            staff=entry.staff,
            can_be_undone=entry.can_be_undone,
            is_undone=entry.undone_at is not None,
            found_by=f"{title} {detail} {names} {account}".casefold(),
        )

    # --- what happened ----------------------------------------------------------------------

    def _server_name(self, entry: Entry) -> PlaceName:
        return self._server_names.get(entry.account or 0, ICLOUD)

    def _detail(self, entry: Entry) -> str:
        match entry.kind:
            case JournalKind.FOLLOWED:
                return self._differences(entry)
            case JournalKind.HERE:
                return self._detail_of_deed(entry)
            case JournalKind.RECORD:
                return record_detail(entry)
            case JournalKind.ROLE:
                return _role_detail(entry)
            case JournalKind.SETTLED:
                kind, choice = Kind(entry.facts["why"]), Choice(entry.facts["choice"])
                server_name = self._server_name(entry)
                goal = as_line(str(entry.facts.get("moved_to", "")))
                why = moved_words(goal) if goal else why_it_waited(kind, server_name)
                return _step(why, choice_name(kind, choice, server_name))
            case JournalKind.CLASHED if is_cancelled_here(entry):
                return tr_of(
                    "Its time {there} is held until somebody chooses", self._server_name(entry)
                )
            case JournalKind.CLASHED:
                return tr("Both times are held until somebody chooses")
            case JournalKind.UNDONE | JournalKind.REDONE:
                return ""
            case kind if kind in _DETAILS:
                return tr(_DETAILS[kind])
        item = single_item(entry)
        if item is not None:
            return self._when(item.start)
        return _names(entry)

    def _detail_of_deed(self, entry: Entry) -> str:
        """When, and what of it is different; of many their names."""
        item = single_item(entry)
        if item is None:
            return _names(entry)
        if "after" in entry.facts:
            return self._differences(entry) or self._when(item.start)
        if "answers" in entry.facts:
            fields = name_list(entry.facts["answers"])
            return tr("Answer changed: {fields}").format(fields=fields)
        status = entry.facts.get("status")
        named = status_name(Status(status)) if item.deed is Deed.STATUS and status else ""
        return " · ".join(part for part in (named, self._when(item.start)) if part)

    def _differences(self, entry: Entry) -> str:
        """From what it was to what it is now; notes are too long to be told."""
        before, after = entry.facts["before"], entry.facts["after"]
        found = []
        if (before["start"], before["end"]) != (after["start"], after["end"]):
            found.append(self._move_words(before, after))
        for name, form in _DIFFERENCES:
            if before.get(name) != after.get(name):
                old, new = (as_line(side[name]) or tr("none") for side in (before, after))
                found.append(tr(form).format(old=old, new=new))
        if before["notes"] != after["notes"]:
            found.append(tr("Notes changed"))
        if after["flagged"]:
            found.append(tr("Breaks a booking rule"))
        return " · ".join(found)

    def _move_words(self, before: dict[str, int], after: dict[str, int]) -> str:
        old, new = (datetime.fromtimestamp(span["start"], UTC) for span in (before, after))
        if old == new:
            ends = (datetime.fromtimestamp(span["end"], UTC) for span in (before, after))
            first, last = (self._time(instant) for instant in ends)
            return tr("Ends {old} → {new}").format(old=first, new=last)
        if local_day(old, self._tz) == local_day(new, self._tz):
            return _step(self._when(old), self._time(new))
        return _step(self._when(old), self._when(new))

    def _links(self, entry: Entry) -> Iterator[ItemLink]:
        for item in entry.items:
            if item.start is not None:
                day = local_day(item.start, self._tz)
                yield ItemLink(item_name(item), self._when(item.start), day, item.subject)

    def _when(self, start: datetime | None) -> str:
        if start is None:
            return ""
        return f"{self._day(local_day(start, self._tz))}, {self._time(start)}"

    def _time(self, instant: datetime) -> str:
        return self._minute(wall_minute(instant, self._tz))


def _step(old: str, new: str) -> str:
    """The arrow is the translation's: it points where one reads on."""
    return tr("{old} → {new}").format(old=old, new=new)


def _names(entry: Entry) -> str:
    """What a row is about by name; what is called the same is told once."""
    told = Counter(map(item_name, entry.items))
    first = list(told.items())[:_NAMED]
    shown = [name if n == 1 else f"{name} \N{MULTIPLICATION SIGN}{n}" for name, n in first]
    more = sum(entry.counts.values()) - sum(n for _, n in first)
    if shown and more > 0:
        shown.append(with_number(more, "{n} more", "{n} more"))
    return ", ".join(shown)


def _role_detail(entry: Entry) -> str:
    moved, before = int(entry.counts.get("moved", 0)), as_line(str(entry.facts.get("before", "")))
    kept_here = int(entry.counts.get("kept_here", 0))
    found = [tr("Before: {name}").format(name=before)] if before else []
    if moved:
        found.append(
            with_number(moved, "{n} appointment moves along", "{n} appointments move along")
        )
    if kept_here:
        found.append(
            with_number(
                kept_here,
                "{n} appointment that was not sent yet stays here only",
                "{n} appointments that were not sent yet stay here only",
            )
        )
    return " · ".join(found)


# What a change is told of, from what it was to what it is now.
_DIFFERENCES = (
    ("contact", mark("For {old} → {new}")),
    ("staff", mark("With {old} → {new}")),
    ("calendar", mark("{old} → {new}")),
    ("title", mark("“{old}” → “{new}”")),
    ("location", mark("At {old} → {new}")),
)
_DETAILS = {
    JournalKind.DELETED: mark("The appointment still stands here"),
    JournalKind.JOINED: mark("Both changes were kept"),
    JournalKind.UNREADABLE: mark("Nothing was changed on the server"),
    JournalKind.REFUSED: mark("The change is kept here"),
}
_SIGNS = {
    JournalKind.EVENTS: Sign.CLOUD,
    JournalKind.RELEASED: Sign.TRASH,
    JournalKind.SENT: Sign.SYNCED,
    JournalKind.FOLLOWED: Sign.EDIT,
    JournalKind.DELETED: Sign.GONE,
    JournalKind.JOINED: Sign.SYNC,
    JournalKind.CLASHED: Sign.CONFLICT,
    JournalKind.UNREADABLE: Sign.ATTENTION,
    JournalKind.REFUSED: Sign.FAILED,
    JournalKind.TROUBLE: Sign.ATTENTION,
    JournalKind.TROUBLE_OVER: Sign.SYNCED,
    JournalKind.ROLE: Sign.CALENDAR,
    JournalKind.CONNECTED: Sign.CLOUD,
    JournalKind.DISCONNECTED: Sign.OFFLINE,
    JournalKind.SETTLED: Sign.PERSON,
    JournalKind.UNDONE: Sign.UNDO,
    JournalKind.REDONE: Sign.UNDO,
    JournalKind.HERE: Sign.CALENDAR,
    JournalKind.RECORD: Sign.SETTINGS,
}
_TONES = {
    JournalKind.DELETED: Tone.URGENT,
    JournalKind.CLASHED: Tone.URGENT,
    JournalKind.UNREADABLE: Tone.URGENT,
    JournalKind.REFUSED: Tone.URGENT,
    JournalKind.TROUBLE: Tone.URGENT,
    JournalKind.TROUBLE_OVER: Tone.GOOD,
    JournalKind.CONNECTED: Tone.GOOD,
    JournalKind.SETTLED: Tone.GOOD,
}

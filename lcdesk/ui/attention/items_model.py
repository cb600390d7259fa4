"""What waits for a person, in words: why, what it means, and the choices there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.commands import attention
from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.replication.conflicts import Clash, Version
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.look.as_typed import as_line, as_lines
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import mark, tr, tr_of
from lcdesk.ui.wording.messages import worded

_WHY = {
    Kind.CONFLICT: mark("Changed here and {there}"),
    Kind.CANCELLED_HERE: mark("Cancelled here, changed {there}"),
    Kind.DELETED: mark("Deleted {there}"),
    Kind.REFUSED: mark("Not sent to {place}"),
    Kind.SIGN_IN: mark("Sign-in needed"),
    Kind.CALENDAR_GONE: mark("Calendar gone"),
    Kind.READ_ONLY: mark("Read-only now"),
    Kind.MASS_REMOVAL: mark("Many events missing"),
    Kind.UNREADABLE: mark("Could not be read"),
    Kind.BREAKS_A_RULE: mark("Breaks a booking rule"),
    Kind.TAKEN_TWICE: mark("Taken twice"),
}
_CHOICES = {
    Choice.KEEP_MINE: mark("Keep mine"),
    Choice.KEEP_ICLOUD: mark("Keep {place}’s"),
    Choice.KEEP_BOTH: mark("Keep both"),
    Choice.KEEP: mark("Keep here only"),
    Choice.RESTORE: mark("Restore {there}"),
    Choice.CANCEL: mark("Cancel appointment"),
    Choice.RELEASE: mark("Release this time"),
    Choice.RETRY: mark("Try again"),
    Choice.DISCARD: mark("Discard the change"),
}
_OF_KIND = {
    (Kind.CANCELLED_HERE, Choice.KEEP_MINE): mark("Delete it {there} too"),
    (Kind.CANCELLED_HERE, Choice.KEEP_ICLOUD): mark("Keep {place}’s, do not cancel"),
    (Kind.MASS_REMOVAL, Choice.RETRY): mark("Check again"),
    (Kind.MASS_REMOVAL, Choice.RELEASE): mark("They are gone"),
    (Kind.CALENDAR_GONE, Choice.DISCARD): mark("Stop using it"),
    (Kind.UNREADABLE, Choice.KEEP): mark("Hide until it changes"),
    (Kind.BREAKS_A_RULE, Choice.KEEP): mark("Leave it so"),
    (Kind.BREAKS_A_RULE, Choice.KEEP_MINE): mark("Move it back"),
}
_SETTLED_IN_SETTINGS = frozenset({Kind.SIGN_IN, Kind.CALENDAR_GONE, Kind.READ_ONLY})
_MOST_NOTES = 200
_ENDING = frozenset({Choice.CANCEL, Choice.DISCARD})


@dataclass(frozen=True, slots=True)
class Side:
    """One version of an event that both sides changed."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at. `day` None: it has no place in the week."""

    entry: str
    title: str
    why: str
    when: str = ""
    day: date | None = None
    meaning: str = ""
    sides: tuple[Side, ...] = ()
    text: str = ""  # the event's own text, to be shown or saved
    waiting: attention.AttentionItem | None = None

    @property
    def has_choices(self) -> bool:
        """Whether there is something to decide."""
        return bool(self.choices)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be decided."""
        return () if self.waiting is None else self.waiting.choices

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.entry if self.waiting is None else self.waiting.key

    @property
    def opens_settings(self) -> bool:
        """Whether the answer is in the settings."""
        return self.waiting is not None and self.waiting.kind in _SETTLED_IN_SETTINGS

    @property
    def is_mirrored_deletion(self) -> bool:
        """A blocked slot whose event was deleted in iCloud."""
        one = self.waiting
        return one is not None and one.kind is Kind.DELETED and not one.is_own

    def label(self, choice: Choice) -> str:
        """What a choice's button reads."""
        if self.waiting is None:
            return tr_of(_CHOICES[choice], ICLOUD)
        return choice_name(self.waiting.kind, choice, self.waiting.server_name)

    def ends(self, choice: Choice) -> bool:
        """Whether a choice ends something, so that its button looks so."""
        is_cancelled = self.waiting is not None and self.waiting.kind is Kind.CANCELLED_HERE
        return choice in _ENDING or (is_cancelled and choice is Choice.KEEP_MINE)


def why_it_waited(kind: Kind, server_name: PlaceName) -> str:
    """Why something waits, in a few words."""
    return tr_of(_WHY[kind], server_name)


def choice_name(kind: Kind, choice: Choice, server_name: PlaceName) -> str:
    """What a choice is called for this kind of item."""
    return tr_of(_OF_KIND.get((kind, choice)) or _CHOICES[choice], server_name.brief)


def waiting_items(
    reader: Reader, *, now: datetime, tz: ZoneInfo, locale: LocaleFormat
) -> tuple[Item, ...]:
    """Everything that waits, the next to come first."""
    return tuple(_item(item, tz, locale) for item in attention.list_waiting(reader, now))


def _item(waiting: attention.AttentionItem, tz: ZoneInfo, locale: LocaleFormat) -> Item:
    clash = waiting.clash
    return Item(
        entry=waiting.subject or "",
        title=as_line(worded(waiting.title)),
        why=_why(waiting),
        when="" if waiting.span is None else _begin(waiting.span, tz, locale),
        day=None if waiting.span is None else local_day(waiting.span.start, tz),
        meaning=_meaning(waiting),
        sides=() if clash is None else _sides(clash, waiting.server_name, tz, locale),
        text=waiting.text,
        waiting=waiting,
    )


def moved_words(calendar: str) -> str:
    """Why an appointment waits whose event is in another linked calendar now."""
    return tr("Moved to “{calendar}”").format(calendar=calendar)


def _why(waiting: attention.AttentionItem) -> str:
    if waiting.moved_to:
        return moved_words(as_line(waiting.moved_to))
    return why_it_waited(waiting.kind, waiting.server_name)


def _meaning(waiting: attention.AttentionItem) -> str:
    """The card's heading has said what happened; this says what it means."""
    match waiting.kind:
        case Kind.CONFLICT:
            return tr("Both times are held until you choose.")
        case Kind.CANCELLED_HERE:
            return tr_of("Its time {there} is held until you choose.", waiting.server_name)
        case Kind.DELETED if waiting.moved_to:
            return as_line(worded(waiting.message))
        case Kind.DELETED if waiting.is_own:
            return tr("The appointment still stands here.")
        case Kind.DELETED:
            return tr("Its time is still blocked here.")
        case _:
            return as_line(worded(waiting.message))


def _begin(span: TimeSpan, tz: ZoneInfo, locale: LocaleFormat) -> str:
    day = locale.day(local_day(span.start, tz))
    return f"{day}, {locale.time(wall_minute(span.start, tz))}"


def _sides(
    clash: Clash, server_name: PlaceName, tz: ZoneInfo, locale: LocaleFormat
) -> tuple[Side, ...]:
    mine = _lines(clash.mine, () if clash.is_cancelled else clash.properties, tz, locale)
    if clash.is_cancelled:
        mine = (*mine, tr("Cancelled"))
    return (Side(tr("Here"), mine), Side(tr_of("{There}", server_name), _theirs(clash, tz, locale)))


def _theirs(clash: Clash, tz: ZoneInfo, locale: LocaleFormat) -> tuple[str, ...]:
    if clash.theirs is None:
        return (tr("Cannot be read"),)
    lines = _lines(clash.theirs, clash.properties, tz, locale)
    if clash.is_cancelled and not clash.properties:
        lines = (*lines, tr("Changed in details that lcdesk does not show"))
    return lines


def _lines(
    version: Version, properties: tuple[str, ...], tz: ZoneInfo, locale: LocaleFormat
) -> tuple[str, ...]:
    """Title and times always, the other properties where they clash."""
    day = locale.day(local_day(version.span.start, tz))
    start, end = (wall_minute(instant, tz) for instant in (version.span.start, version.span.end))
    lines = [as_line(worded(version.title)), day, locale.time_range(start, end)]
    none = tr("none")
    if "location" in properties:
        lines.append(tr("Location: {text}").format(text=as_line(version.location) or none))
    if "notes" in properties:
        lines.append(tr("Notes: {text}").format(text=as_lines(version.notes, _MOST_NOTES) or none))
    return tuple(lines)

"""How long a booking can be, in words, and what can be chosen of a service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.commands.service_choices import ServiceChoice as ServiceChoice
from lcdesk.model.commands.service_choices import chosen_length
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.services import ServiceOption
from lcdesk.ui.wording.labels import tr

_LENGTHS = (15, 30, 45, 60, 75, 90, 120, 150, 180, 240)
_MINUTE = timedelta(minutes=1)
_USUAL = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class OptionRow:
    """A variation or an add-on to choose; an empty name is the service itself."""

    name: str
    text: str


def own_length(calendar: Calendar | None, choice: ServiceChoice) -> timedelta:
    """What the calendar says for this choice."""
    return _USUAL if calendar is None else chosen_length(calendar, choice)


def length_rows(own: timedelta, chosen: timedelta | None) -> list[tuple[int, str]]:
    """Minutes and words; 0 is the calendar's own length."""
    minutes = 0 if chosen is None else chosen // _MINUTE
    known = sorted({*_LENGTHS, minutes} - {0, own // _MINUTE})
    return [(0, length_words(own // _MINUTE)), *((one, length_words(one)) for one in known)]


def variation_rows(calendar: Calendar | None) -> tuple[OptionRow, ...]:
    """The service itself and its variations; none where there is nothing to choose."""
    if calendar is None or not calendar.variations:
        return ()
    itself = OptionRow("", _with_length(calendar.name, calendar.own_length))
    return (itself, *(_row(option) for option in calendar.variations))


def add_on_rows(calendar: Calendar | None) -> tuple[OptionRow, ...]:
    """What can be added."""
    if calendar is None:
        return ()
    return tuple(
        OptionRow(
            option.name,
            tr("{name} (+{length})").format(
                name=option.name, length=length_words(option.length // _MINUTE)
            ),
        )
        for option in calendar.add_ons
    )


def offered(calendar: Calendar | None, choice: ServiceChoice) -> ServiceChoice:
    """As much of the choice as the calendar still offers: it may be edited meanwhile."""
    if calendar is None:
        return ServiceChoice()
    names = [option.name for option in calendar.variations]
    extras = [option.name for option in calendar.add_ons]
    return ServiceChoice(
        choice.variation if choice.variation in names else "",
        tuple(one for one in extras if one in choice.add_ons),
    )


def length_words(minutes: int) -> str:
    """`45 min`, `1 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{m} min").format(m=rest)
    if not rest:
        return tr("{h} h").format(h=hours)
    return tr("{h} h {m} min").format(h=hours, m=rest)


def _row(option: ServiceOption) -> OptionRow:
    return OptionRow(option.name, _with_length(option.name, option.length))


def _with_length(name: str, length: timedelta) -> str:
    return tr("{name} ({length})").format(name=name, length=length_words(length // _MINUTE))

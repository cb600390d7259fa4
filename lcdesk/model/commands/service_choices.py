"""What a person chose of a service, turned into a booking's length and words.

**Decided** (docs/rules/booking.md, "The five kinds"): a variation replaces the service's own
length, add-ons are added; a length that was asked for by itself comes before both. What was
chosen stands in the first line of the notes, so it reaches iCloud and stays when the calendar's
options change. The phases are those of the service: processing takes the difference
(`booking/service.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NoReturn

from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.domain.calendars import Calendar, ServiceOption
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """Names of a service's options; an empty variation is the service itself."""

    variation: str = ""
    add_ons: tuple[str, ...] = ()


def chosen_length(calendar: Calendar, choice: ServiceChoice) -> timedelta:
    """How long a booking of this choice lasts. Raises InvalidInput for a name not offered."""
    base = calendar.own_length
    if choice.variation:
        base = _find_variation(calendar, choice.variation).length
    extra = [_find_add_on(calendar, name) for name in choice.add_ons]
    return base + sum((option.length for option in extra), timedelta())


def chosen_words(choice: ServiceChoice) -> str:
    """`Long hair, with Mask and Tonic`; empty where nothing was chosen."""
    if not choice.add_ons:
        return choice.variation
    if not choice.variation:
        return Message("With {add_ons}", add_ons=choice.add_ons)
    return Message(
        "{variation}, with {add_ons}", variation=choice.variation, add_ons=choice.add_ons
    )


def with_choice(
    request: BookingRequest,
    calendar: Calendar,
    choice: ServiceChoice,
    *,
    worded: Callable[[str], str],
) -> BookingRequest:
    """The request for what was chosen. Raises InvalidInput for a name not offered.

    The notes go to people, so `worded` says what was chosen in the language of who books.
    """
    if choice == ServiceChoice():
        return request
    length = chosen_length(calendar, choice)
    notes = "\n".join(filter(None, (worded(chosen_words(choice)), request.notes)))
    return replace(request, length=request.length or length, notes=notes)


def _find_variation(calendar: Calendar, name: str) -> ServiceOption:
    return _find_option(calendar.variations, name) or _refuse(
        Message(
            "{calendar} has no variation “{name}”. It offers: {known}.",
            calendar=calendar.name,
            name=name,
            known=_names(calendar.variations),
        )
    )


def _find_add_on(calendar: Calendar, name: str) -> ServiceOption:
    return _find_option(calendar.add_ons, name) or _refuse(
        Message(
            "{calendar} has no add-on “{name}”. It offers: {known}.",
            calendar=calendar.name,
            name=name,
            known=_names(calendar.add_ons),
        )
    )


def _find_option(offered: Sequence[ServiceOption], name: str) -> ServiceOption | None:
    return next((option for option in offered if option.name == name), None)


def _refuse(message: Message) -> NoReturn:
    raise InvalidInput(message)


def _names(offered: Sequence[ServiceOption]) -> Sequence[str]:
    return [option.name for option in offered] or Message("none")

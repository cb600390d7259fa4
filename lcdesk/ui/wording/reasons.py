"""Why a time is not open, in sentences for the booking dialog and the pointer."""

from __future__ import annotations

from collections.abc import Iterable

from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import HIDDEN
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import tr_of

# `{what}` is the cause as the rules word it, `{who}` the staff member it is about, `{there}`
# where the event stands that is it.
_OF_MEMBER = {
    ReasonCode.BOOKED: "{who} has an appointment: {what}",
    ReasonCode.CONFLICT: "{who} is busy {there}: {what}",
    ReasonCode.BLOCKED: "{who} blocked this time: {what}",
    ReasonCode.BUFFER: "{who} needs the {what}",
    ReasonCode.SLOTMAX: "{who} has enough appointments: {what}",
    ReasonCode.DAYLIMIT: "{who}: {what}",
    ReasonCode.ROUND_ROBIN: "{who} is {what}",
}
_OF_CALENDAR = {
    ReasonCode.COLLECTIVE: "All are needed, but {what}",
    ReasonCode.BOOKED: "Already booked: {what}",
    ReasonCode.BLOCKED: "Blocked: {what}",
    ReasonCode.RESOURCE: "Taken: {what}",
}


# What a cause without a title is called says nothing beside these: "Ana is busy in iCloud: Busy".
_UNTITLED = {
    ReasonCode.CONFLICT: (HIDDEN, "{who} is busy {there}"),
    ReasonCode.BLOCKED: ("Blocked", "{who} blocked this time"),
}


def sentences(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason once, as a sentence without a full stop.

    That a member is not free is left out where it is told why.
    """
    each = tuple(reasons)
    explained = {reason.staff for reason in each if reason.code is not ReasonCode.USER} - {None}
    told = [
        reason
        for reason in each
        if reason.code is not ReasonCode.USER or reason.staff not in explained
    ]
    return tuple(dict.fromkeys(sentence(reason) for reason in told))


def sentence(reason: Reason) -> str:
    """One reason with the staff member it is about."""
    table = _OF_CALENDAR if reason.staff is None else _OF_MEMBER
    form = table.get(reason.code)
    if form is None:
        return _capital(as_line(reason.what))
    what = reason.what
    if reason.staff is not None and reason.code in _UNTITLED:
        title, short = _UNTITLED[reason.code]
        if what == title:
            return as_line(tr_of(short, reason.server_name, who=reason.staff))
        what = what.removeprefix(f"{title} ")
    elif reason.code is ReasonCode.BLOCKED:
        what = what.removeprefix("Blocked ")
    return as_line(tr_of(form, reason.server_name, who=reason.staff, what=what))


def refusal(error: LcdeskError) -> str:
    """Every reason of a refused booking in one line; other errors say it themselves."""
    return f"{whats(error.details)}." if error.details else as_line(error.message)


def whats(details: Iterable[str]) -> str:
    """What stands behind the codes of an error's details, each once, in one line."""
    found = [as_line(_capital(detail.partition(": ")[2] or detail)) for detail in details]
    return "; ".join(dict.fromkeys(found))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

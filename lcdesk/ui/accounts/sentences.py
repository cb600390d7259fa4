"""Connected accounts and their calendars, worded for Settings. Values only, no store.

What a calendar may be chosen for is decided in `model.commands.accounts`; here a person reads
it before trying.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from lcdesk.model.domain.accounts import (
    Account,
    AccountState,
    LinkedCalendar,
    Provider,
    Role,
    awaited_try,
)
from lcdesk.model.domain.words import PlaceName
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import mark, mark_number, shorten, tr, tr_of, with_number
from lcdesk.ui.wording.messages import worded

NO_CALENDAR = 0  # the option's id that stands for "no primary calendar"
SUBSCRIBED = mark("Subscribed – cannot be read")
UNREADABLE = mark("Cannot be read with this account")
READ_ONLY = mark("Read-only – cannot be primary")
UNLISTED = mark("No longer on the server")
ALWAYS_CHECKED = mark("Primary – always checked")
_SENT_LATER = mark("Changes are kept here and sent later.")
_WAITING = mark_number("{n} change waiting to be sent", "{n} changes waiting to be sent")
_WRITTEN = mark("{appointments} will be written to {name}.")
NO_PRIMARY = mark("No primary calendar – appointments stay in lcdesk")


class Tone(StrEnum):
    """How grave something is. The value is the palette's colour for it."""

    QUIET = "quiet_text"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class AccountCard:
    """One connected account in words; empty texts are not shown."""

    id: int
    address: str
    provider: str
    server_name: PlaceName
    state: str
    message: str
    tone: Tone
    synced: str
    next_try: str
    waiting: str
    needs_password: bool
    is_icloud: bool


@dataclass(frozen=True, slots=True)
class RoleOption:
    """A calendar that can, or for the reason in `detail` cannot, be chosen for one role."""

    id: int
    name: str
    colour: str
    detail: str
    is_enabled: bool
    is_chosen: bool
    owner: str = ""  # the account, when there are several


@dataclass(frozen=True, slots=True)
class RoleOptions:
    """What can be primary, and what can be checked for conflicts."""

    primary: tuple[RoleOption, ...] = ()
    conflict: tuple[RoleOption, ...] = ()


def provider_text(account: Account) -> str:
    """Where an account lives: "iCloud", or the server's name."""
    if account.provider is Provider.ICLOUD:
        return "iCloud"
    return tr("CalDAV server {host}").format(host=account.host)


def card_of(
    account: Account, *, waiting: int, chosen: int, locale: LocaleFormat, now: datetime
) -> AccountCard:
    """An account's card; `waiting` changes are still to be sent, `chosen` calendars are used."""
    state, message, tone = _state(account, chosen, waiting)
    return AccountCard(
        id=account.id,
        address=account.email,
        provider=provider_text(account),
        server_name=account.server_name,
        state=state,
        message=message,
        tone=tone,
        synced=_synced_text(account, waiting, locale, now),
        next_try=_next_try(account, locale, now),
        waiting=with_number(waiting, *_WAITING) if waiting else "",
        needs_password=account.state is AccountState.NEEDS_PASSWORD,
        is_icloud=account.provider is Provider.ICLOUD,
    )


def _state(account: Account, chosen: int, waiting: int) -> tuple[str, str, Tone]:
    title = worded(account.error.title) if account.error else ""
    message = worded(account.error.message) if account.error else ""
    match account.state:
        case AccountState.NEEDS_PASSWORD:
            return title or tr("The password is needed"), message, Tone.DANGER
        case AccountState.ERROR:
            return title or tr("The last sync did not work"), message, Tone.DANGER
        case AccountState.THROTTLED:
            return tr_of("{Place} is busy", account.server_name), tr(_SENT_LATER), Tone.WARNING
        case AccountState.OFFLINE:
            return tr("Offline"), tr(_SENT_LATER), Tone.WARNING
        case _:
            return _state_when_well(account, chosen, waiting)


def _state_when_well(account: Account, chosen: int, waiting: int) -> tuple[str, str, Tone]:
    if not chosen:
        said = tr("Choose its calendars in Calendar Configuration.")
        return tr("Connected"), said, Tone.WARNING
    if account.last_success is None:
        return tr("Connected"), tr("The first sync has not finished yet."), Tone.QUIET
    if waiting:
        return tr("Not everything is sent yet"), "", Tone.QUIET
    return tr("Up to date"), "", Tone.GOOD


def _synced_text(account: Account, waiting: int, locale: LocaleFormat, now: datetime) -> str:
    if account.last_success is None:
        return tr("Not synced yet")
    form = tr("Read {ago}") if waiting else tr("Synced {ago}")
    return form.format(ago=locale.ago(account.last_success, now))


def _next_try(account: Account, locale: LocaleFormat, now: datetime) -> str:
    if account.next_try is None or account.state is AccountState.NEEDS_PASSWORD:
        return ""
    awaited = awaited_try(account, now)
    if awaited is None:
        return tr("Next try in a moment")
    local = awaited.astimezone()
    time = locale.time(local.hour * 60 + local.minute)
    return tr("Next try at {time}").format(time=time)


# --- roles ---------------------------------------------------------------------------------------


def options_of(
    calendars: Sequence[LinkedCalendar],
    *,
    unlisted: Iterable[int] = (),
    owners: dict[int, str] | None = None,
    nothing: str = "",
    counts: Mapping[int, int] | None = None,
) -> RoleOptions:
    """Both lists. `owners` names the account of each calendar when there are several.

    `nothing` is the text of the choice of none, where it means something else than usual.
    `counts` are the events of calendars that were not read yet, as far as they are known.
    """
    if not calendars:
        return RoleOptions()
    gone, names, known = frozenset(unlisted), owners or {}, counts or {}
    has_primary = any(linked.role is Role.PRIMARY for linked in calendars)
    none = RoleOption(NO_CALENDAR, nothing or tr(NO_PRIMARY), "", "", True, not has_primary)
    return RoleOptions(
        primary=(
            none,
            *(_with_count(_primary_option(linked, gone, names), known) for linked in calendars),
        ),
        conflict=tuple(
            _with_count(_conflict_option(linked, gone, names), known) for linked in calendars
        ),
    )


def _with_count(option: RoleOption, known: Mapping[int, int]) -> RoleOption:
    """The option with its events, where nothing more important is said of it."""
    if option.detail or option.id not in known:
        return option
    return replace(option, detail=_event_count(known[option.id]))


def _event_count(events: int) -> str:
    return with_number(events, "{n} event", "{n} events") if events else tr("No events")


@dataclass(frozen=True, slots=True)
class BlockingOption:
    """A calendar that is read, and which of its doubtful events take time."""

    id: int
    name: str
    colour: str
    tentative: bool
    all_day: bool


def blocking_of(calendars: Iterable[LinkedCalendar]) -> tuple[BlockingOption, ...]:
    """One for each calendar in a role; the others are not read."""
    return tuple(
        BlockingOption(
            linked.id,
            shorten(linked.name),
            linked.colour,
            linked.tentative_blocks,
            linked.all_day_blocks,
        )
        for linked in calendars
        if linked.role is not Role.NONE
    )


def with_primary(calendars: Iterable[LinkedCalendar], primary: int) -> tuple[LinkedCalendar, ...]:
    """The calendars as they would be with that one as primary, before it is decided."""

    def role(calendar: LinkedCalendar) -> Role:
        if calendar.id == primary:
            return Role.PRIMARY
        return Role.NONE if calendar.role is Role.PRIMARY else calendar.role

    return tuple(replace(linked, role=role(linked)) for linked in calendars)


def _primary_option(
    linked: LinkedCalendar, gone: frozenset[int], owners: dict[int, str]
) -> RoleOption:
    chosen = linked.role is Role.PRIMARY
    reason = _unusable(linked, gone) or ("" if linked.writable else tr(READ_ONLY))
    return _option(linked, owners, reason=reason, enabled=chosen or not reason, chosen=chosen)


def _conflict_option(
    linked: LinkedCalendar, gone: frozenset[int], owners: dict[int, str]
) -> RoleOption:
    if linked.role is Role.PRIMARY:
        return _option(linked, owners, reason=tr(ALWAYS_CHECKED), enabled=False, chosen=True)
    chosen = linked.role is Role.CONFLICT
    reason = _unusable(linked, gone)
    return _option(linked, owners, reason=reason, enabled=chosen or not reason, chosen=chosen)


def _unusable(linked: LinkedCalendar, gone: frozenset[int]) -> str:
    if linked.subscribed:
        return tr(SUBSCRIBED)
    if not linked.readable:
        return tr(UNREADABLE)
    return tr(UNLISTED) if linked.id in gone else ""


def _option(
    linked: LinkedCalendar, owners: dict[int, str], *, reason: str, enabled: bool, chosen: bool
) -> RoleOption:
    owner = owners.get(linked.account, "")
    return RoleOption(
        id=linked.id,
        name=shorten(linked.name),
        colour=linked.colour,
        detail=reason or _events(linked),
        is_enabled=enabled,
        is_chosen=chosen,
        owner=owner,
    )


def _events(linked: LinkedCalendar) -> str:
    """Known only for calendars that have been read."""
    if linked.events:
        return _event_count(linked.events)
    if linked.role is Role.NONE or linked.account == 0:
        return ""
    return tr("No events") if linked.token or linked.ctag else tr("Not read yet")


def summary_of(calendars: Sequence[LinkedCalendar]) -> str:
    """What was found, in one sentence: "5 calendars found: 3 can be primary, 1 subscribed."."""
    found = with_number(len(calendars), "{n} calendar found", "{n} calendars found")
    readable = [linked for linked in calendars if linked.readable and not linked.subscribed]
    writable = sum(linked.writable for linked in readable)
    parts = [tr("{n} can be primary").format(n=writable)]
    if len(readable) > writable:
        parts.append(tr("{n} read-only").format(n=len(readable) - writable))
    subscribed = sum(linked.subscribed for linked in calendars)
    if subscribed:
        parts.append(tr("{n} subscribed").format(n=subscribed))
    return tr("{found}: {kinds}.").format(found=found, kinds=", ".join(parts))


def move_sentence(count: int, name: str, *, from_name: str = "") -> str:
    """What becoming primary means for upcoming appointments; empty when there are none."""
    if not count:
        return ""
    appointments = with_number(count, "{n} upcoming appointment", "{n} upcoming appointments")
    form = mark("{appointments} will move to {name}.") if from_name else _WRITTEN
    return tr(form).format(appointments=appointments, name=name)


def slots_sentence(count: int) -> str:
    """What disconnecting has to decide about."""
    if not count:
        return tr("No blocked slots were copied from this account.")
    return with_number(
        count,
        "{n} blocked slot was copied from it and still lies ahead.",
        "{n} blocked slots were copied from it and still lie ahead.",
    )


def leave_sentence(count: int) -> str:
    """What going without a primary calendar means; empty when nothing is upcoming."""
    if not count:
        return ""
    stay = with_number(count, "{n} upcoming appointment stays", "{n} upcoming appointments stay")
    form = mark(
        "{stay} in the calendar as it is. What was not sent yet, and later changes here, will not "
        "be sent there."
    )
    return tr(form).format(stay=stay)

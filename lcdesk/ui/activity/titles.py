"""What happened, in a few words: the first line of a row of Activity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.events import BLOCKED, number_of
from lcdesk.model.domain.journal import Deed, Entry, Item, JournalKind
from lcdesk.model.domain.words import PlaceName
from lcdesk.ui.activity.record_titles import record_title
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import tr, tr_of, with_number


def title_of(entry: Entry, server_name: PlaceName) -> str:
    """What happened, in a few words; `server_name` is where the entry's account is kept."""
    if entry.kind is JournalKind.UNDONE:
        before = replace(entry, kind=JournalKind(entry.facts["of"]))
        return tr("Undone: {what}").format(what=title_of(before, server_name))
    if entry.kind is JournalKind.REDONE:
        before = replace(entry, kind=JournalKind(entry.facts["of"]))
        return tr("Done again: {what}").format(what=title_of(before, server_name))
    item = single_item(entry) if entry.kind in _COUNTED else None
    if item is not None and entry.kind is JournalKind.HERE:
        return _title_of_one(item)
    if item is not None:
        return tr_of(_ONE[item.deed], server_name, title=item_name(item))
    return _TITLES[entry.kind](entry, server_name)


def single_item(entry: Entry) -> Item | None:
    """The one thing that a row is about, if it is one."""
    total = sum(entry.counts.values()) or len(entry.items)
    is_about_one = len(entry.items) == total == 1 and not entry.facts.get("first")
    return entry.items[0] if is_about_one else None


def item_name(item: Item) -> str:
    """What a thing is called; something where it has no title."""
    is_blocked = number_of(item.subject, BLOCKED) is not None
    nameless = "Blocked time" if is_blocked else "An event without a title"
    return as_line(item.title) or tr(nameless)


def is_cancelled_here(entry: Entry) -> bool:
    """Of a clash: whether the change here was to cancel the appointment."""
    return "status" in entry.facts.get("properties", ())


def _first_name(entry: Entry) -> str:
    return item_name(entry.items[0]) if entry.items else _calendar(entry)


def _calendar(entry: Entry) -> str:
    return as_line(str(entry.facts.get("calendar", "")))


_Title = Callable[[Entry, PlaceName], str]


def _about(form: str) -> _Title:
    return lambda entry, server_name: tr_of(form, server_name, title=_first_name(entry))


def _about_account(form: str) -> _Title:
    return lambda entry, server_name: tr_of(
        form, server_name, account=as_line(str(entry.facts.get("account", "")))
    )


def _counts(form: str, parts: Sequence[tuple[Deed, str]]) -> _Title:
    def counts(entry: Entry, server_name: PlaceName) -> str:
        told = [(tr(part), entry.counts[deed]) for deed, part in parts if deed in entry.counts]
        return tr_of(form, server_name, counts=", ".join(part.format(n=n) for part, n in told))

    return counts


def _events(entry: Entry, server_name: PlaceName) -> str:
    total = sum(entry.counts.values())
    if entry.facts.get("first"):
        return with_number(
            total, "Read for the first time: {n} event", "Read for the first time: {n} events"
        )
    if not total:
        return tr("Read in full: nothing was different")
    return _counts("Events {there}: {counts}", _READ)(entry, server_name)


def _trouble(entry: Entry, server_name: PlaceName) -> str:
    form = _TROUBLES.get(str(entry.facts.get("code", "")), "{account} could not be read")
    return _about_account(form)(entry, server_name)


def _role(entry: Entry, _server_name: PlaceName) -> str:
    return tr(_ROLES[Role(entry.facts["role"])]).format(title=_calendar(entry))


def _title_of_deletion(entry: Entry, server_name: PlaceName) -> str:
    goal = as_line(str(entry.facts.get("moved_to", "")))
    if not goal:
        return _about("Deleted {there}: {title}")(entry, server_name)
    form = tr("Moved to the calendar “{calendar}”: {title}")
    return form.format(calendar=goal, title=_first_name(entry))


def _title_of_clash(entry: Entry, server_name: PlaceName) -> str:
    if is_cancelled_here(entry):
        return _about("Cancelled here, changed {there}: {title}")(entry, server_name)
    return _about("Changed in both places: {title}")(entry, server_name)


def _title_of_release(entry: Entry, _server_name: PlaceName) -> str:
    count = int(entry.counts.get(Deed.RELEASED, 0))
    return with_number(count, "Released: {n} blocked slot", "Released: {n} blocked slots")


def _title_of_unreadable(entry: Entry, _server_name: PlaceName) -> str:
    count = int(entry.counts.get(Deed.UNREADABLE, 0))
    return with_number(count, "{n} event could not be read", "{n} events could not be read")


def _title_of_one(item: Item) -> str:
    """What was done to one thing: "Booked: Cleo Park"; blocked time need not be called anything."""
    if not item.title and item.deed in _NAMELESS:
        return tr(_NAMELESS[item.deed])
    return tr(_DONE_ONE[item.deed]).format(title=item_name(item))


def _title_of_many(entry: Entry) -> str:
    """What was done to many, which make one row."""
    deed = next((Deed(name) for name in entry.counts), Deed.EDITED)
    total = sum(entry.counts.values())
    return tr(_DONE_MANY[deed]).format(n=total)


_READ = (
    (Deed.ADDED, "{n} new"),
    (Deed.CHANGED, "{n} changed"),
    (Deed.MARKED, "{n} deleted"),
    (Deed.MOVED_AWAY, "{n} moved to another calendar"),
)
_WRITTEN = (
    (Deed.CREATED, "{n} created"),
    (Deed.UPDATED, "{n} updated"),
    (Deed.REMOVED, "{n} removed"),
)
_TITLES: dict[JournalKind, _Title] = {
    JournalKind.EVENTS: _events,
    JournalKind.RELEASED: _title_of_release,
    JournalKind.SENT: _counts("Sent to {place}: {counts}", _WRITTEN),
    JournalKind.FOLLOWED: _about("Changed {there}: {title}"),
    JournalKind.DELETED: _title_of_deletion,
    JournalKind.JOINED: _about("Changed in both places: {title}"),
    JournalKind.CLASHED: _title_of_clash,
    JournalKind.UNREADABLE: _title_of_unreadable,
    JournalKind.REFUSED: _about("Not sent to {place}: {title}"),
    JournalKind.TROUBLE: _trouble,
    JournalKind.TROUBLE_OVER: _about_account("{account} is in step again"),
    JournalKind.ROLE: _role,
    JournalKind.CONNECTED: _about_account("Connected: {account}"),
    JournalKind.DISCONNECTED: _about_account("Disconnected: {account}"),
    JournalKind.SETTLED: _about("Decided: {title}"),
    JournalKind.RECORD: lambda entry, _server_name: record_title(entry),
    JournalKind.HERE: lambda entry, _server_name: _title_of_many(entry),
}
# Kinds that tell of many things, or of one by name.
_COUNTED = frozenset(
    {
        JournalKind.EVENTS,
        JournalKind.RELEASED,
        JournalKind.SENT,
        JournalKind.UNREADABLE,
        JournalKind.HERE,
    }
)
# Rows about one thing, by what happened to it.
_ONE = {
    Deed.ADDED: "New {there}: {title}",
    Deed.CHANGED: "Changed {there}: {title}",
    Deed.MARKED: "Deleted {there}: {title}",
    Deed.MOVED_AWAY: "Moved to another calendar: {title}",
    Deed.RELEASED: "Released: {title}",
    Deed.CREATED: "Written to {place}: {title}",
    Deed.UPDATED: "Updated {there}: {title}",
    Deed.REMOVED: "Removed from {place}: {title}",
    Deed.UNREADABLE: "Could not be read: {title}",
}
_TROUBLES = {
    "THROTTLED": "{Place} is busy: {account} is read later",
    "SIGN_IN_REFUSED": "The password of {account} was refused",
    "PASSWORD_MISSING": "The password of {account} is needed",
    "KEYRING": "The password store could not be used for {account}",
}
_ROLES = {
    Role.PRIMARY: "Primary calendar: {title}",
    Role.CONFLICT: "Checked for conflicts: {title}",
    Role.NONE: "Not used any more: {title}",
}
_DONE_ONE = {
    Deed.BOOKED: "Booked: {title}",
    Deed.MOVED: "Moved: {title}",
    Deed.RESIZED: "New length: {title}",
    Deed.EDITED: "Changed: {title}",
    Deed.CANCELLED: "Cancelled: {title}",
    Deed.STATUS: "Marked: {title}",
    Deed.BLOCKED: "Blocked: {title}",
    Deed.REBLOCKED: "Blocked at another time: {title}",
    Deed.UNBLOCKED: "Freed: {title}",
}
_NAMELESS = {
    Deed.BLOCKED: "Time blocked",
    Deed.REBLOCKED: "Blocked time changed",
    Deed.UNBLOCKED: "Time freed",
}
_DONE_MANY = {
    Deed.BOOKED: "Booked: {n} appointments",
    Deed.MOVED: "Moved: {n} appointments",
    Deed.RESIZED: "New length: {n} appointments",
    Deed.EDITED: "Changed: {n} appointments",
    Deed.CANCELLED: "Cancelled: {n} appointments",
    Deed.STATUS: "Marked: {n} appointments",
    Deed.BLOCKED: "Blocked: {n} times",
    Deed.REBLOCKED: "Blocked at other times: {n}",
    Deed.UNBLOCKED: "Freed: {n} times",
}

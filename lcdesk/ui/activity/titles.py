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
from lcdesk.ui.wording.labels import mark, tr, tr_of, with_number


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
    nameless = mark("Blocked time") if is_blocked else mark("An event without a title")
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
    return _counts(mark("Events {there}: {counts}"), _READ)(entry, server_name)


def _trouble(entry: Entry, server_name: PlaceName) -> str:
    form = _TROUBLES.get(str(entry.facts.get("code", "")), mark("{account} could not be read"))
    return _about_account(form)(entry, server_name)


def _role(entry: Entry, _server_name: PlaceName) -> str:
    return tr(_ROLES[Role(entry.facts["role"])]).format(title=_calendar(entry))


def _title_of_deletion(entry: Entry, server_name: PlaceName) -> str:
    goal = as_line(str(entry.facts.get("moved_to", "")))
    if not goal:
        return _about(mark("Deleted {there}: {title}"))(entry, server_name)
    form = tr("Moved to the calendar “{calendar}”: {title}")
    return form.format(calendar=goal, title=_first_name(entry))


def _title_of_clash(entry: Entry, server_name: PlaceName) -> str:
    if is_cancelled_here(entry):
        return _about(mark("Cancelled here, changed {there}: {title}"))(entry, server_name)
    return _about(mark("Changed in both places: {title}"))(entry, server_name)


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
    (Deed.ADDED, mark("{n} new")),
    (Deed.CHANGED, mark("{n} changed")),
    (Deed.MARKED, mark("{n} deleted")),
    (Deed.MOVED_AWAY, mark("{n} moved to another calendar")),
)
_WRITTEN = (
    (Deed.CREATED, mark("{n} created")),
    (Deed.UPDATED, mark("{n} updated")),
    (Deed.REMOVED, mark("{n} removed")),
)
_TITLES: dict[JournalKind, _Title] = {
    JournalKind.EVENTS: _events,
    JournalKind.RELEASED: _title_of_release,
    JournalKind.SENT: _counts(mark("Sent to {place}: {counts}"), _WRITTEN),
    JournalKind.FOLLOWED: _about(mark("Changed {there}: {title}")),
    JournalKind.DELETED: _title_of_deletion,
    JournalKind.JOINED: _about(mark("Changed in both places: {title}")),
    JournalKind.CLASHED: _title_of_clash,
    JournalKind.UNREADABLE: _title_of_unreadable,
    JournalKind.REFUSED: _about(mark("Not sent to {place}: {title}")),
    JournalKind.TROUBLE: _trouble,
    JournalKind.TROUBLE_OVER: _about_account(mark("{account} is in step again")),
    JournalKind.ROLE: _role,
    JournalKind.CONNECTED: _about_account(mark("Connected: {account}")),
    JournalKind.DISCONNECTED: _about_account(mark("Disconnected: {account}")),
    JournalKind.SETTLED: _about(mark("Decided: {title}")),
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
    Deed.ADDED: mark("New {there}: {title}"),
    Deed.CHANGED: mark("Changed {there}: {title}"),
    Deed.MARKED: mark("Deleted {there}: {title}"),
    Deed.MOVED_AWAY: mark("Moved to another calendar: {title}"),
    Deed.RELEASED: mark("Released: {title}"),
    Deed.CREATED: mark("Written to {place}: {title}"),
    Deed.UPDATED: mark("Updated {there}: {title}"),
    Deed.REMOVED: mark("Removed from {place}: {title}"),
    Deed.UNREADABLE: mark("Could not be read: {title}"),
}
_TROUBLES = {
    "THROTTLED": mark("{Place} is busy: {account} is read later"),
    "SIGN_IN_REFUSED": mark("The password of {account} was refused"),
    "PASSWORD_MISSING": mark("The password of {account} is needed"),
    "KEYRING": mark("The password store could not be used for {account}"),
}
_ROLES = {
    Role.PRIMARY: mark("Primary calendar: {title}"),
    Role.CONFLICT: mark("Checked for conflicts: {title}"),
    Role.NONE: mark("Not used any more: {title}"),
}
_DONE_ONE = {
    Deed.BOOKED: mark("Booked: {title}"),
    Deed.MOVED: mark("Moved: {title}"),
    Deed.RESIZED: mark("New length: {title}"),
    Deed.EDITED: mark("Changed: {title}"),
    Deed.CANCELLED: mark("Cancelled: {title}"),
    Deed.STATUS: mark("Marked: {title}"),
    Deed.BLOCKED: mark("Blocked: {title}"),
    Deed.REBLOCKED: mark("Blocked at another time: {title}"),
    Deed.UNBLOCKED: mark("Freed: {title}"),
}
_NAMELESS = {
    Deed.BLOCKED: mark("Time blocked"),
    Deed.REBLOCKED: mark("Blocked time changed"),
    Deed.UNBLOCKED: mark("Time freed"),
}
_DONE_MANY = {
    Deed.BOOKED: mark("Booked: {n} appointments"),
    Deed.MOVED: mark("Moved: {n} appointments"),
    Deed.RESIZED: mark("New length: {n} appointments"),
    Deed.EDITED: mark("Changed: {n} appointments"),
    Deed.CANCELLED: mark("Cancelled: {n} appointments"),
    Deed.STATUS: mark("Marked: {n} appointments"),
    Deed.BLOCKED: mark("Blocked: {n} times"),
    Deed.REBLOCKED: mark("Blocked at other times: {n}"),
    Deed.UNBLOCKED: mark("Freed: {n} times"),
}

"""Words for what somebody did here, as Activity tells it."""

from __future__ import annotations

from lcdesk.model.domain.journal import Deed, Entry
from lcdesk.ui.wording.labels import tr

# What a change is told of, from what it was to what it is now.
DIFFERENCES = (
    ("contact", "For {old} → {new}"),
    ("staff", "With {old} → {new}"),
    ("calendar", "{old} → {new}"),
    ("title", "“{old}” → “{new}”"),
    ("location", "At {old} → {new}"),
)
_DONE_ONE = {
    Deed.BOOKED: "Booked: {title}",
    Deed.MOVED: "Moved: {title}",
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
    Deed.EDITED: "Changed: {n} appointments",
    Deed.CANCELLED: "Cancelled: {n} appointments",
    Deed.STATUS: "Marked: {n} appointments",
    Deed.BLOCKED: "Blocked: {n} times",
    Deed.REBLOCKED: "Blocked at other times: {n}",
    Deed.UNBLOCKED: "Freed: {n} times",
}


def one_done(deed: Deed, title: str) -> str:
    """What was done to one thing: "Booked: Cleo Park"; blocked time need not be called anything."""
    if not title and deed in _NAMELESS:
        return tr(_NAMELESS[deed])
    return tr(_DONE_ONE[deed]).format(title=title)


def many_done(entry: Entry) -> str:
    """What was done to many, which make one row."""
    deed = next((Deed(one) for one in entry.counts), Deed.EDITED)
    total = sum(entry.counts.values())
    return tr(_DONE_MANY[deed]).format(n=total)

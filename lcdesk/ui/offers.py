"""What a toast says: what happened or was refused, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcdesk.model.store.transaction import Transaction

Work = Callable[["Transaction"], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that happened or was refused, in words, and one thing to do about it.

    That is `work`, or to undo `step`. `then` says what to offer once the work was done, as the step
    that it makes; `other` is a second thing to do instead, of which the words of its action are
    shown beside the first.
    """

    text: str
    action: str = ""
    work: Work | None = None
    step: int = 0
    mail_attendees: bool = False  # doing it accepts that guests may be written to
    then: Callable[[int], Offer] | None = None
    other: Offer | None = None


PRESSED = "default"  # a notice itself, not one of its buttons


@dataclass(frozen=True, slots=True)
class Notice:
    """What the desktop shows: a title, a text, and buttons, a name and its label each.

    One of a known key takes the place of that.
    """

    key: str
    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()

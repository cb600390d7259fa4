"""What a toast says: what happened or was refused, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcdesk.model.store.transaction import Transaction

Work = Callable[["Transaction"], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that happened or was refused, in words, and one thing to do about it.

    `then` says what to offer once that was done; `other` is a second thing to do instead, of
    which the words of its action are shown beside the first.
    """

    text: str
    action: str = ""
    work: Work | None = None
    mail_attendees: bool = False  # doing it accepts that guests may be written to
    then: Callable[[], Offer] | None = None
    other: Offer | None = None

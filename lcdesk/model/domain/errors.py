"""What can go wrong in the model, worded once.

An error of the model carries a code for programs (design: the command line prints it),
a title and a message for people. The message says what happened, what it means for the
person's data, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence

from lcdesk.model.domain.message import Message


class LcdeskError(Exception):
    """Something a person has to be told.

    `code` is stable and in capitals, `title` a few words, `message` one or two sentences,
    `details` further lines (reasons, names), never a password.
    """

    code = "ERROR"
    title: str = Message("That did not work")

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        title: str | None = None,
        details: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.title = title or type(self).title
        self.details = tuple(details)


class InvalidInput(LcdeskError):
    """A value that cannot be taken: wrong form, unknown name, impossible combination.

    `field` is the setting that is meant, where there is one; a form shows the sentence there.
    """

    code = "INVALID_INPUT"
    title: str = Message("That value cannot be used")

    def __init__(
        self,
        message: str,
        *,
        field: str = "",
        code: str | None = None,
        title: str | None = None,
        details: Sequence[str] = (),
    ) -> None:
        super().__init__(message, code=code, title=title, details=details)
        self.field = field


class NotFound(LcdeskError):
    """An id or a name that the store does not hold."""

    code = "NOT_FOUND"
    title = Message("Not found")


class RefusedByRule(LcdeskError):
    """A booking rule, a permission or a calendar's role says no; nothing was changed."""

    code = "REFUSED"
    title = Message("That is not allowed")


class AttendeesAreMailed(RefusedByRule):
    """The event has attendees; the server writes to them when it changes."""

    code = "ATTENDEES_ARE_MAILED"
    title = Message("Others are invited to this event")


class SlotNotOpen(RefusedByRule):
    """The wanted time is not bookable; `details` names every reason."""

    code = "SLOT_NOT_OPEN"
    title = Message("This time is not open")


class StoreError(LcdeskError):
    """The database file cannot be used: locked, full, damaged, or made by a newer lcdesk."""

    code = "STORE_UNUSABLE"
    title = Message("lcdesk cannot use its data file")


class StoreTrouble(StoreError):
    """What the machine does wrong to the store while it is used, such as a full disk.

    `cause` and `advice` are the first and the last sentence of the message, for those who say
    something else in between. Where it `passes`, lcdesk goes on by itself when it is over.
    """

    def __init__(self, cause: str, advice: str, *, passes: bool = True) -> None:
        form = (
            Message(
                "{cause} Nothing was changed. {advice}, then try again.", cause=cause, advice=advice
            )
            if passes
            else Message("{cause} Nothing was changed. {advice}.", cause=cause, advice=advice)
        )
        super().__init__(form)
        self.cause = cause
        self.advice = advice
        self.passes = passes


class StoreDamaged(StoreTrouble):
    """The data file is cut or overwritten; only a copy helps. `cause` says how it is."""

    title = Message("lcdesk's data file is damaged")

    def __init__(self, cause: str) -> None:
        advice = Message("Close lcdesk and start it again: it offers the newest copy")
        super().__init__(cause, advice, passes=False)


class UnreadableEvent(LcdeskError):
    """Calendar text from outside that cannot be understood; the text itself is kept."""

    code = "UNREADABLE_EVENT"
    title = Message("One event could not be read")

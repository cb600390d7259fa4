"""What can go wrong on the way to a CalDAV server.

The border (`sync/dav`) turns every library and operating-system error into one of these;
nothing above it knows HTTP. Three families decide what happens next: an ItemError concerns
one object and the pass goes on; a PassError ends the pass over this account, which is tried
again by itself; a PersonNeeded error waits for a person.

`status`, `method` and `address` are for "Details"; they never stand in a title or message.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.message import Message


class RemoteError(LcdeskError):
    """Any answer, or missing answer, that is not the wished one."""

    code = "REMOTE"
    title = Message("The calendar server did not do what was asked")

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        method: str = "",
        address: str = "",
        maybe_applied: bool = False,
        retry_at: datetime | None = None,
        title: str | None = None,
        details: Sequence[str] = (),
    ) -> None:
        super().__init__(message, title=title, details=details)
        self.status = status
        self.method = method
        self.address = address  # without credentials
        self.maybe_applied = maybe_applied  # a write whose answer was lost
        self.retry_at = retry_at  # the server's own wish, aware


class ItemError(RemoteError):
    """One object is affected; the others go on."""


class PreconditionFailed(ItemError):
    """412: the object changed, or exists already, or is gone."""

    code = "CHANGED_MEANWHILE"
    title = Message("Changed in both places")


class Gone(ItemError):
    """404 or 410 for one object."""

    code = "GONE"
    title = Message("No longer on the server")


class CalendarMissing(ItemError):
    """Not the object but its calendar is not there: nothing follows about the object."""

    code = "CALENDAR_MISSING"
    title = Message("The calendar is not where it was")


class RefusedObject(ItemError):
    """The server will not take this body (400, 404 on create, 409, 413, 415, 422, 507)."""

    code = "REFUSED_BY_SERVER"
    title = Message("The server refused this event")


class NoWriteAccess(ItemError):
    """403 on a write."""

    code = "READ_ONLY"
    title = Message("This calendar is read-only")


class PassError(RemoteError):
    """The pass over this account ends here and is tried again by itself."""


class Offline(PassError):
    """No network, no answer in time, TLS failure, or a server error of its own."""

    code = "OFFLINE"
    title = Message("Offline")


class Throttled(PassError):
    """The server asks for a pause (429, 503, or 401 shortly after one of them)."""

    code = "THROTTLED"
    title = Message("The server is busy")


class SignInDoubtful(PassError):
    """401 that is not believed yet: servers refuse good passwords now and then."""

    code = "SIGN_IN_DOUBTFUL"
    title = Message("The password was not taken this time")


class BadAnswer(PassError):
    """An answer that is not CalDAV: HTML, broken XML, cut in the middle, too large."""

    code = "BAD_ANSWER"
    title = Message("The server's answer could not be read")


class TokenRefused(PassError):
    """The sync token is no longer valid; the listing must be read in full."""

    code = "TOKEN_REFUSED"
    title = Message("The calendar has to be read anew")


class PersonNeeded(RemoteError):
    """Trying again does not help; a person has to do something."""


class SignInRefused(PersonNeeded):
    """401 that is not a throttle."""

    code = "SIGN_IN_REFUSED"
    title = Message("The password was refused")


class SignInUnknown(PersonNeeded):
    """401 that offers only ways to sign in that lcdesk does not know, such as Bearer."""

    code = "SIGN_IN_UNKNOWN"
    title = Message("The server wants another kind of sign-in")


class NotCalDav(PersonNeeded):
    """There is a server, but it does not speak CalDAV at this address."""

    code = "NOT_CALDAV"
    title = Message("No calendars can be read at this address")


class NoCalendars(PersonNeeded):
    """Signed in, but the account holds no calendar for events."""

    code = "NO_CALENDARS"
    title = Message("No calendars found")


class NoAccess(PersonNeeded):
    """403 when reading."""

    code = "NO_ACCESS"
    title = Message("No access to this calendar")


class ForeignHost(PersonNeeded):
    """A redirect or an href names a host that must not get the credentials."""

    code = "FOREIGN_HOST"
    title = Message("The server points to another address")


class SecretStoreError(PersonNeeded):
    """The keyring is missing, locked or refuses; `backend` in the message says which."""

    code = "KEYRING"
    title = Message("The password store cannot be used")


class Stopped(RemoteError):
    """The person or the shutdown asked the pass to stop; nothing is half-written."""

    code = "STOPPED"
    title = Message("Stopped")

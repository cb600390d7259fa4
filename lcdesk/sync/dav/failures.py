"""Every answer that is not the wished one, turned into an error of `sync.errors`, worded once.

The table is docs/rules/sync.md, "Errors and pauses". A sentence here says what happened, what it
means for the person's data and what to do; status, method and address stay in attributes.
"""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import ICLOUD, ON_THIS_COMPUTER
from lcdesk.sync.dav.http_auth import unspoken_kinds
from lcdesk.sync.dav.pace import ThrottleMemory, TimeSource
from lcdesk.sync.dav.refusal import (
    BAD_TOKEN,
    Facts,
    Purpose,
    Refusal,
    facts_of,
    facts_of_lost,
    retry_at,
)
from lcdesk.sync.errors import (
    BadAnswer,
    Gone,
    NoAccess,
    NotCalDav,
    NoWriteAccess,
    Offline,
    PreconditionFailed,
    RefusedObject,
    RemoteError,
    SignInRefused,
    SignInUnknown,
    Throttled,
    TokenRefused,
)

KEPT = Message("Your changes are kept here and sent later by themselves.")
SAFE = Message("Your appointments here are unchanged.")
_LONGEST_CHALLENGE = 2_000
_BUSY_TRIES = 3
_CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_UID_CONFLICT = f"{_CALDAV}no-uid-conflict"


class Unwieldy(BadAnswer):
    """A batch that cannot be read as a whole; its objects perhaps can, one by one."""


@dataclass(slots=True)
class Judge:
    """Knows the account's provider and its throttles, and names the error."""

    provider: Provider
    time_source: TimeSource
    memory: ThrottleMemory

    @property
    def server(self) -> str:
        """The server as a person calls it."""
        return ICLOUD.name if self.provider is Provider.ICLOUD else ON_THIS_COMPUTER.name

    def errors_from(self, refusal: Refusal) -> RemoteError:
        """The error that an answer means."""
        facts = facts_of(refusal)
        status = refusal.status
        if status in {429, 503}:
            return self._throttle(refusal, facts)
        if status == 401:
            return self._judge_unauthorised(refusal, facts)
        if BAD_TOKEN in refusal.preconditions or (
            status == 410 and refusal.purpose is Purpose.SYNC
        ):
            return TokenRefused(
                Message(
                    "{Server} wants the calendar to be read anew. {safe}",
                    Server=self.server,
                    safe=SAFE,
                ),
                **facts,
            )
        is_about_size = status == 507 and refusal.purpose is not Purpose.DISCOVER
        if status >= 500 and status != 501 and not is_about_size:
            return self.judge_troubled(facts)
        if status < 300:
            return self.unreadable(refusal, "an answer to something else")
        if status < 400:
            return BadAnswer(
                Message(
                    "{Server} sent the request in circles. {safe} {kept}",
                    Server=self.server,
                    safe=SAFE,
                    kept=KEPT,
                ),
                **facts,
            )
        return (
            self._write(refusal, facts) if refusal.purpose.is_write else self._read(refusal, facts)
        )

    def unreachable(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """No connection, or it broke before the answer."""
        return Offline(
            Message("{Server} cannot be reached. {kept}", Server=self.server, kept=KEPT),
            **facts_of_lost(request, reason, sent=sent),
        )

    def judge_untrusted(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """TLS failed."""
        return Offline(
            Message(
                "{Server} could not prove that it is the right server, so the connection is not "
                "secure and was not used. Check the date of this computer and the network. {kept}",
                Server=self.server,
                kept=KEPT,
            ),
            **facts_of_lost(request, reason, sent=sent),
        )

    def too_slow(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """No answer within the time allowed."""
        return Offline(
            Message("{Server} did not answer in time. {kept}", Server=self.server, kept=KEPT),
            **facts_of_lost(request, reason, sent=sent),
        )

    def unreadable(
        self, request: Refusal, reason: str, kind: type[BadAnswer] = BadAnswer
    ) -> BadAnswer:
        """An answer that is not CalDAV, too large, or cut."""
        return kind(
            Message(
                "{Server} sent an answer that cannot be read. {safe} It is tried again later.",
                Server=self.server,
                safe=SAFE,
            ),
            **facts_of_lost(request, reason, sent=True),
        )

    def endless(self, request: Refusal, pages: int, events: int) -> BadAnswer:
        """A list in pages that goes on and on."""
        return BadAnswer(
            Message.counted(
                "{Server} goes on listing events of this calendar without coming to an end "
                "({n} event so far), so it was left as it was. {safe} It is tried again later.",
                "{Server} goes on listing events of this calendar without coming to an end "
                "({n} events so far), so it was left as it was. {safe} It is tried again later.",
                n=events,
                Server=self.server,
                safe=SAFE,
            ),
            **facts_of_lost(request, f"the answer never ends: {pages} pages", sent=True),
        )

    def not_caldav(self, refusal: Refusal, reason: str = "") -> RemoteError:
        """A server answers, but with something else."""
        if self.provider is Provider.ICLOUD:  # its address is fixed, so this passes by itself
            return self.unreadable(refusal, reason)
        facts = facts_of(refusal)
        facts["details"] = (reason,) if reason else facts["details"]
        return NotCalDav(
            Message(
                "The server answers, but not as a calendar server. "
                "Check the address; your provider's help names it under “CalDAV”."
            ),
            **facts,
        )

    def judge_troubled(self, facts: Facts) -> Offline:
        """The server has an error of its own."""
        return Offline(
            Message(
                "{Server} has a problem of its own at the moment. {kept}",
                Server=self.server,
                kept=KEPT,
            ),
            **facts,
        )

    def _throttle(self, refusal: Refusal, facts: Facts) -> Throttled:
        now = self.time_source.now()
        self.memory.note(now)
        facts["retry_at"] = retry_at(refusal.retry_after, now)
        return self._pause(facts)

    def _pause(self, facts: Facts) -> Throttled:
        return Throttled(
            Message("{Server} asks for a pause. {kept}", Server=self.server, kept=KEPT), **facts
        )

    def _judge_unauthorised(self, refusal: Refusal, facts: Facts) -> RemoteError:
        facts["maybe_applied"] = False
        if self.memory.is_recent(self.time_source.now()):
            return Throttled(
                Message("{Server} still asks for a pause. {kept}", Server=self.server, kept=KEPT),
                **facts,
            )
        if self.provider is Provider.ICLOUD:
            return SignInRefused(
                Message(
                    "App-specific passwords stop working when the Apple password changes, and only "
                    "the address of the Apple account itself is accepted. {safe} "
                    "Make a new app-specific password and enter it here.",
                    safe=SAFE,
                ),
                title=Message("iCloud refused the password"),
                **facts,
            )
        unspoken = unspoken_kinds(refusal.challenge[:_LONGEST_CHALLENGE])
        if unspoken:
            facts["details"] = unspoken
            return SignInUnknown(
                Message(
                    "{Server} wants a kind of sign-in that lcdesk does not speak ({kinds}), so no "
                    "password helps. {safe} "
                    "Ask your provider for sign-in with a name and a password (Basic or Digest).",
                    Server=self.server,
                    kinds=", ".join(unspoken),
                    safe=SAFE,
                ),
                **facts,
            )
        return SignInRefused(
            Message(
                "{Server} does not accept this name with this password. {safe} "
                "Check both and enter the password again.",
                Server=self.server,
                safe=SAFE,
            ),
            **facts,
        )

    def _write(self, refusal: Refusal, facts: Facts) -> RemoteError:
        status, names = refusal.status, refusal.preconditions
        if _UID_CONFLICT in names and refusal.purpose is Purpose.CREATE:
            return PreconditionFailed(
                Message(
                    "{Server} already holds this event elsewhere. {safe}",
                    Server=self.server,
                    safe=SAFE,
                ),
                **facts,
            )
        if any(name.startswith(_CALDAV) for name in names):
            return self._judge_refused(facts)
        if status == 412:
            return PreconditionFailed(
                Message("This event was changed on the server in the meantime. {safe}", safe=SAFE),
                **facts,
            )
        if status in {404, 410} and refusal.purpose is not Purpose.CREATE:
            return Gone(
                Message("This event is no longer on the server. {safe}", safe=SAFE), **facts
            )
        if status in {403, 405}:
            return NoWriteAccess(
                Message(
                    "{Server} does not allow changes in this calendar. {safe} "
                    "Choose another primary calendar in Settings.",
                    Server=self.server,
                    safe=SAFE,
                ),
                **facts,
            )
        return self._judge_refused(facts)

    def _judge_refused(self, facts: Facts) -> RefusedObject:
        return RefusedObject(
            Message(
                "{Server} does not take this event as it is. It is kept here and the other events "
                "go on. Change it and try again, or discard the change.",
                Server=self.server,
            ),
            **facts,
        )

    def _read(self, refusal: Refusal, facts: Facts) -> RemoteError:
        if refusal.status == 403:
            return self._forbidden(refusal, facts)
        if refusal.purpose is Purpose.DISCOVER:
            return self.not_caldav(refusal)
        if refusal.status in {404, 410}:
            return Gone(Message("This is no longer on the server. {safe}", safe=SAFE), **facts)
        if refusal.status == 408:
            return self.judge_troubled(facts)
        return BadAnswer(
            Message(
                "{Server} did not understand the request. {safe}", Server=self.server, safe=SAFE
            ),
            **facts,
        )

    def _forbidden(self, refusal: Refusal, facts: Facts) -> RemoteError:
        """iCloud says 403 without a reason when it is busy; a reason or insistence means no."""
        doubtful = self.provider is Provider.ICLOUD and not refusal.preconditions
        if doubtful and self.memory.refused(refusal.asked) <= _BUSY_TRIES:
            return self._pause(facts)
        return NoAccess(
            Message(
                "{Server} does not let this account read here. {safe} "
                "Ask the calendar's owner to share it again, or stop using it in Settings.",
                Server=self.server,
                safe=SAFE,
            ),
            **facts,
        )

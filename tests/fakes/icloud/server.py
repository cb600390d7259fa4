"""iCloud's calendar service, as far as a client sees it: one account, two hosts, bad days.

It answers requests and knows no sockets. Everything it does was seen at iCloud by somebody; where
nobody has looked it does what the standard says.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from lcdesk.model.domain.zones import Clock
from tests.fakes.faults import Faults
from tests.fakes.icloud import reports
from tests.fakes.icloud.answers import CALDAV, multistatus, refused, spelled
from tests.fakes.icloud.answers import found as found_response
from tests.fakes.icloud.asked import Propfind, report_of
from tests.fakes.icloud.calendars import Collection, Home, Kind, uid_of
from tests.fakes.icloud.log import Heard, Log
from tests.fakes.icloud.properties import (
    CTAG,
    HOME_SET,
    OWN,
    PRINCIPAL,
    TYPE,
    asked_for,
    href,
    of_collection,
    of_folder,
    of_object,
)
from tests.fakes.icloud.quirks import Hrefs, Quirks
from tests.fakes.icloud.texts import given, refusal
from tests.fakes.loopback import Reply, Seen
from tests.servers import EMAIL, PASSWORD

DSID = "8106"
ROOT_HOST = "https://caldav.icloud.com"
POOL_HOST = "https://p42-caldav.icloud.com"
_WAYS = ("X-MobileMe-AuthToken", "Basic")
_TRACES = {
    "X-Apple-Request-UUID": "8c1b5f0e-0000-4000-8000-000000000000",
    "X-Responding-Instance": "caldavj:16100101:st41p01",
    "X-Apple-User-Partition": "42",
}


class ICloud:
    """One account. `work` and `family` are its calendars for events."""

    def __init__(self, clock: Clock) -> None:
        self.root, self.pool = ROOT_HOST, POOL_HOST
        self.hosts = {ROOT_HOST, POOL_HOST}  # which know this account
        self.clock = clock
        self.quirks = Quirks()
        self.faults = Faults()
        self.log = Log()
        self.home = Home(f"/{DSID}/calendars/", clock)
        self.principal = f"/{DSID}/principal/"
        self.own_addresses: list[str] = []
        self.password = PASSWORD
        self.wrong_pool = 403  # what a host answers that the account is not on
        self.work = self.home.add("work", "Work", order=1)
        self.family = self.home.add("family", "Family", order=2)
        self._throttled = 0
        self._sulks_until: datetime | None = None
        self._turn = 0

    def add_odd_collections(self) -> None:
        """What else lies in a home: mailboxes, reminders, feeds, calendars of others."""
        self.home.add("inbox", kind=Kind.INBOX)
        self.home.add("outbox", kind=Kind.OUTBOX)
        self.home.add("notification", kind=Kind.NOTIFICATION)
        self.home.add("tasks", "Reminders", components=("VTODO",), order=3)
        self.home.add("feed", "Holidays", kind=Kind.SUBSCRIBED, order=4)
        self.home.add("shared", "Shared", writable=False, order=5)

    def throttle(self, answers: int, sulks: timedelta) -> None:
        """So many 429, then 401 to everything until `sulks` is over."""
        self._throttled = answers
        self._sulks_until = self.clock() + sulks

    def forgive(self) -> None:
        """The end of a throttle."""
        self._throttled, self._sulks_until = 0, None

    def move_to(self, pool: str, wrong_pool: int = 403) -> None:
        """The account moves to another host; the one before knows it no longer."""
        self.hosts = {self.root, pool}
        self.pool, self.wrong_pool = pool, wrong_pool

    # --- answering --------------------------------------------------------------------------

    def answer(self, host: str, seen: Seen) -> Reply:
        """The answer of one of the account's hosts."""
        path = unquote(urlsplit(seen.path).path)
        present = self.home.find(path)
        served: list[int] = []

        def serve(seen: Seen) -> Reply:
            reply = self._serve(host, path, seen)
            served.append(reply.status)
            return reply

        reply = self.faults.reply(seen, serve)
        status = served[0] if served else 0 if reply.is_silent else reply.status
        before = present.etag if present is not None else None
        was = present.text if present is not None else ""
        heard = Heard(host, seen, path, status, before, was, is_served=bool(served))
        self.log.heard.append(heard)
        return replace(reply, headers={**reply.headers, **_TRACES})

    def _serve(self, host: str, path: str, seen: Seen) -> Reply:
        refused_at_the_door = self._door(host, seen)
        if refused_at_the_door is not None:
            return refused_at_the_door
        collection = self.home.collections.get(f"{path}/")
        if collection is not None:
            return Reply(301, b"", {"Location": spelled(collection.path)})
        answering = {
            "PROPFIND": self._propfind,
            "REPORT": self._report,
            "GET": self._get,
            "PUT": self._put,
            "DELETE": self._delete,
            "MKCALENDAR": self._make_calendar,
        }.get(seen.method)
        return Reply(501) if answering is None else answering(path, seen)

    def _door(self, host: str, seen: Seen) -> Reply | None:
        if not seen.headers.get("user-agent"):
            return Reply(403)
        if self._throttled:
            self._throttled -= 1
            return Reply(429, b"", {"Retry-After": "1"})
        is_sulking = self._sulks_until is not None and self.clock() < self._sulks_until
        if is_sulking or seen.headers.get("authorization") != _basic(EMAIL, self.password):
            offered = ", ".join(f'{way} realm="MMCalDav"' for way in _WAYS)
            return Reply(401, b"", {"WWW-Authenticate": offered})
        if host not in self.hosts:
            return Reply(self.wrong_pool)
        return None

    def _propfind(self, path: str, seen: Seen) -> Reply:
        asked = Propfind.of(seen)
        if path in {"/", self.principal}:
            return Reply(400) if asked.depth != "0" else self._whoami(path, asked)
        if path == self.home.path:
            return self._home_listing(asked)
        collection = self.home.collections.get(path)
        if collection is not None:
            return self._collection_listing(collection, asked)
        stored = self.home.find(path)
        if stored is None:
            return Reply(404)
        values, missing = asked_for(asked.names, of_object(stored))
        return multistatus([found_response(self.href(path), values, missing)])

    def _whoami(self, path: str, asked: Propfind) -> Reply:
        known = {PRINCIPAL: href(self.principal), TYPE: ""}
        if path == self.principal and not self.quirks.counts_down("homeless_answers"):
            known[HOME_SET] = href(f"{with_port(self.pool)}{self.home.path}")
            known[OWN] = "".join(map(href, self.own_addresses))
        values, missing = asked_for(asked.names, known)
        # Not the path that was asked about.
        return multistatus([found_response("/principal/", values, missing)])

    def _home_listing(self, asked: Propfind) -> Reply:
        values, missing = asked_for(asked.names, of_folder())
        responses = [found_response(self.href(self.home.path), values, missing)]
        if asked.depth == "1" and not self.quirks.counts_down("empty_homes"):
            responses += [
                self._described(collection, asked) for collection in self.home.collections.values()
            ]
        return multistatus(responses)

    def _collection_listing(self, collection: Collection, asked: Propfind) -> Reply:
        responses = [self._described(collection, asked)]
        if asked.depth == "1":
            for name, stored in collection.seen_objects(self.clock()).items():
                values, missing = asked_for(asked.names, of_object(stored))
                responses.append(found_response(self.href(collection.path + name), values, missing))
        return multistatus(responses)

    def _described(self, collection: Collection, asked: Propfind) -> str:
        known = of_collection(collection, self.clock(), knows_tokens=self.quirks.knows_tokens)
        if not self.quirks.has_ctag:
            known.pop(CTAG, None)
        values, missing = asked_for(asked.names, known)
        path = collection.path if self.quirks.has_slashes else collection.path.rstrip("/")
        return found_response(self.href(path), values, missing)

    def _report(self, path: str, seen: Seen) -> Reply:
        collection = self.home.collections.get(path)
        if collection is None:
            return Reply(404)
        return reports.answer(self, collection, report_of(seen))

    def _get(self, path: str, _seen: Seen) -> Reply:
        stored = self.home.find(path)
        if stored is None:
            return Reply(404)
        self.log.read.add((path, stored.etag))
        body = given(stored.text, self.quirks.rewriting, self.clock()).encode()
        return Reply(
            200, body, {"Content-Type": "text/calendar", "ETag": self.quirks.got_etag(stored.etag)}
        )

    def _put(self, path: str, seen: Seen) -> Reply:
        collection, _name = self.home.split(path)
        present = self.home.find(path)
        if collection is None:
            return Reply(409)
        if not path.endswith(".ics"):
            return Reply(403)
        if collection.kind is not Kind.CALENDAR or not collection.writable:
            return Reply(403)
        if not seen.headers.get("content-type", "").startswith("text/calendar"):
            return Reply(415)
        if not _is_condition_met(seen, present.etag if present else None):
            return Reply(412)
        text = seen.body.decode()
        status = refusal(text, collection.components)
        if status is not None:
            return Reply(status)
        if self.home.has_uid(uid_of(text), but=path):
            return self.quirks.uid_conflict
        etag = self.home.put(path, text)
        self.log.read.add((path, etag))
        headers = {"ETag": etag} if self.quirks.gives_etag else {}
        return Reply(201 if present is None else 204, b"", headers)

    def _delete(self, path: str, seen: Seen) -> Reply:
        stored = self.home.find(path)
        collection, _name = self.home.split(path)
        if stored is None:
            return Reply(404)
        if collection is None or not collection.writable:
            return Reply(403)
        if not _is_condition_met(seen, stored.etag):
            return Reply(412)
        self.home.drop(path)
        return Reply(204)

    def _make_calendar(self, path: str, _seen: Seen) -> Reply:
        name = path.removeprefix(self.home.path).rstrip("/")
        if not path.startswith(self.home.path) or path in self.home.collections or "/" in name:
            return refused(403, (CALDAV, "calendar-collection-location-ok"))
        self.home.add(name)
        return Reply(201)

    def href(self, path: str) -> str:
        """An address as this answer spells it."""
        hosts = {
            Hrefs.RELATIVE: [""],
            Hrefs.ABSOLUTE: [with_port(self.pool)],
            Hrefs.GENERIC: [self.root],
            Hrefs.MIXED: ["", with_port(self.pool), self.root],
        }[self.quirks.hrefs]
        self._turn += 1
        return hosts[self._turn % len(hosts)] + (spelled(path) if self.quirks.escapes else path)


def with_port(host: str) -> str:
    """As iCloud writes its pool hosts: the port is there even where it goes without saying."""
    return host if urlsplit(host).port else f"{host}:443"


def _is_condition_met(seen: Seen, etag: str | None) -> bool:
    """`If-Match: *` works backwards here: 412 where something is, creation where nothing is."""
    wanted = seen.headers.get("if-match")
    if wanted == "*":
        return etag is None
    if wanted is not None and wanted != etag:
        return False
    return not (seen.headers.get("if-none-match") == "*" and etag is not None)


def _basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode("ascii")

"""Multistatus as iCloud writes it: no prefixes, calendar text in CDATA, `@` as `%40`.

What is not there stands in a second propstat with 404, and even has a value: a reader that
does not look at the status takes it for true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from tests.fakes.loopback import Reply

XML = {"Content-Type": "text/xml; charset=UTF-8"}
DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
SERVER = "http://calendarserver.org/ns/"
APPLE = "http://apple.com/ns/ical/"

Name = tuple[str, str]
"""A namespace and a local name."""

_WORDS = {200: "OK", 403: "Forbidden", 404: "Not Found"}


def element(name: Name, inside: str = "", /, **attributes: str) -> str:
    """An element that brings its own namespace."""
    more = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name[1]} xmlns='{name[0]}'{more}>{inside}</{name[1]}>"


def dav(name: str, inside: str = "") -> str:
    """An element of DAV itself."""
    return element((DAV, name), inside)


def cdata(text: str) -> str:
    """Calendar text as it stands."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def spelled(path: str) -> str:
    """A path as iCloud lists it."""
    return quote(path, safe="/")


def text(value: str) -> str:
    """Character data."""
    return escape(value)


def found(href: str, values: Mapping[Name, str], missing: Iterable[Name] = ()) -> str:
    """A response with properties; the missing ones look as if they had a value."""
    parts = [_propstat(200, [element(name, inside) for name, inside in values.items()])]
    absent = [element(name, _decoy(name)) for name in missing]
    if absent:
        parts.append(_propstat(404, absent))
    return _response(href, "".join(parts))


def status(href: str, code: int) -> str:
    """A response without properties."""
    return _response(href, f"<status>HTTP/1.1 {code} {_WORDS[code]}</status>")


def multistatus(responses: Iterable[str], token: str | None = None) -> Reply:
    """The whole answer."""
    last = "" if token is None else f"<sync-token>{escape(token)}</sync-token>"
    body = f"<?xml version='1.0' encoding='UTF-8'?><multistatus xmlns='{DAV}'>"
    return Reply(207, f"{body}{''.join(responses)}{last}</multistatus>".encode(), XML)


def refused(code: int, *preconditions: Name) -> Reply:
    """An error; its document is empty unless the reason is known."""
    inside = "".join(element(name) for name in preconditions)
    return Reply(code, f"<error xmlns='{DAV}'>{inside}</error>".encode(), XML)


def _response(href: str, inside: str) -> str:
    return f"<response xmlns='{DAV}'><href>{escape(href)}</href>{inside}</response>"


def _propstat(code: int, properties: Sequence[str]) -> str:
    return (
        f"<propstat><prop>{''.join(properties)}</prop>"
        f"<status>HTTP/1.1 {code} {_WORDS[code]}</status></propstat>"
    )


def _decoy(name: Name) -> str:
    href = "<href xmlns='DAV:'>webcal://wrong.invalid/</href>"
    return href if name == (SERVER, "source") else "wrong"

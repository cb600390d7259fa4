"""The XML that is sent: few fixed texts, named properties only, never a `limit`.

iCloud leaves resource types out of `allprop`, ignores `limit`, refuses calendar-query without
an inner VEVENT filter, and its `expand` depends on the asked range: so none of these is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from lcdesk.model.domain.timespan import TimeSpan

DAV = "{DAV:}"
CALDAV = "{urn:ietf:params:xml:ns:caldav}"
SERVER = "{http://calendarserver.org/ns/}"
APPLE = "{http://apple.com/ns/ical/}"

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACES = (
    'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
    'xmlns:S="http://calendarserver.org/ns/" xmlns:A="http://apple.com/ns/ical/"'
)


def _document(root: str, inside: str) -> bytes:
    return f"{_HEAD}<{root} {_SPACES}>{inside}</{root}>".encode()


CALENDARS = _document(
    "propfind",
    "<prop><resourcetype/><displayname/><C:supported-calendar-component-set/>"
    "<current-user-privilege-set/><sync-token/><S:getctag/><A:calendar-color/>"
    "<A:calendar-order/><S:source/></prop>",
)
PRINCIPAL = _document(
    "propfind", "<prop><C:calendar-home-set/><C:calendar-user-address-set/></prop>"
)
# The number first: Xandikos gives a calendar one when it is asked, which changes the others.
STATE = _document(
    "propfind",
    "<prop><resource-id/><creationdate/><sync-token/><S:getctag/><current-user-privilege-set/>"
    "</prop>",
)
MEMBERS = _document("propfind", "<prop><resourcetype/><getetag/></prop>")
EVENTS = _document(
    "C:calendar-query",
    '<prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR">'
    '<C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>',
)


def events_in(span: TimeSpan) -> bytes:
    """The ETags of events that share time with `span`."""
    start, end = (f"{moment:%Y%m%dT%H%M%SZ}" for moment in (span.start, span.end))
    return _document(
        "C:calendar-query",
        '<prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR">'
        f'<C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/>'
        "</C:comp-filter></C:comp-filter></C:filter>",
    )


def sync_collection(token: str) -> bytes:
    """What changed since `token`; everything when it is empty."""
    return _document(
        "sync-collection",
        f"<sync-token>{escape(token)}</sync-token><sync-level>1</sync-level>"
        "<prop><getetag/></prop>",
    )


def multiget(hrefs: Iterable[str]) -> bytes:
    """The text and ETag of these objects."""
    asked = "".join(f"<href>{escape(href)}</href>" for href in hrefs)
    return _document("C:calendar-multiget", f"<prop><getetag/><C:calendar-data/></prop>{asked}")

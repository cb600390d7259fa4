"""The least that a Python program does to read a calendar: a floor to compare with.

    python -m bench.plain ADDRESS FILE

Asks for what changed since the last time, fetches it, finds the few properties that an index
needs, and keeps them with the texts in one transaction of SQLite. It understands no series,
believes every answer and resumes nothing. Prints how many objects it read.
"""

from __future__ import annotations

import html
import http.client
import re
import sqlite3
import sys
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urlsplit

BATCH = 500
WANTED = ("UID", "DTSTART", "DTEND", "SUMMARY", "RRULE")
_RESPONSE = re.compile(r"<response>(.*?)</response>", re.DOTALL)
_TABLES = (
    "create table if not exists event"
    " (href text primary key, etag text, uid text, dtstart text, dtend text, summary text,"
    " rrule text, raw text);"
    "create index if not exists event_time on event (dtstart, dtend);"
    "create table if not exists state (token text);"
)


def main(address: str, file: Path) -> int:
    """Read what is new at `http://name:password@host:port/path/`; returns how many objects."""
    store = sqlite3.connect(file)
    store.executescript(_TABLES)
    line = Line(address)
    (token,) = store.execute("select token from state").fetchone() or ("",)
    answer = line.report(
        '<sync-collection xmlns="DAV:">'
        f"<sync-token>{token}</sync-token><sync-level>1</sync-level>"
        "<prop><getetag/></prop></sync-collection>"
    )
    hrefs = [
        _inside("href", response)
        for response in _RESPONSE.findall(answer)
        if "<getetag>" in response
    ]
    rows = []
    for first in range(0, len(hrefs), BATCH):
        asked = "".join(f"<href>{href}</href>" for href in hrefs[first : first + BATCH])
        texts = line.report(
            '<C:calendar-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
            f"<prop><getetag/><C:calendar-data/></prop>{asked}</C:calendar-multiget>"
        )
        rows += [_row(response) for response in _RESPONSE.findall(texts)]
    with store:
        store.executemany("insert or replace into event values (?,?,?,?,?,?,?,?)", rows)
        store.execute("delete from state")
        store.execute("insert into state values (?)", (_inside("sync-token", answer),))
    store.close()
    return len(rows)


class Line:
    """One connection."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        pair = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
        self._path = parts.path
        self._headers = {
            "Authorization": f"Basic {b64encode(pair.encode()).decode()}",
            "Content-Type": "application/xml; charset=utf-8",
            "Depth": "1",
        }
        self._line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=900)

    def report(self, body: str) -> str:
        """The answer to a REPORT."""
        document = f'<?xml version="1.0"?>{body}'.encode()
        self._line.request("REPORT", self._path, document, self._headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        assert answer.status == 207, text[:300]
        return text


def _inside(tag: str, text: str) -> str:
    found = re.search(rf"<(?:\w+:)?{tag}>([^<]*)<", text)
    return html.unescape(found[1]) if found else ""


def _row(response: str) -> tuple[str, ...]:
    raw = _inside("calendar-data", response)
    event = raw[raw.index("BEGIN:VEVENT") :].replace("\r\n", "\n").replace("\n ", "")
    values: dict[str, str] = {}
    for line in event.split("\n"):
        name, _, value = line.partition(":")
        values.setdefault(name.partition(";")[0], value)
    fields = (values.get(name, "") for name in WANTED)
    return (_inside("href", response), _inside("getetag", response), *fields, raw)


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2])))

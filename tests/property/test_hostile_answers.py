"""Whatever a server answers and a file holds: it is taken, or refused in words."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.commands.calendar_files.blocking import import_calendar
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.store.people import all_staff
from lcdesk.model.workspace import load, parse
from lcdesk.sync.dav.multistatus import BadXml, preconditions_of
from lcdesk.sync.dav.refusal import retry_at
from tests.command_line import workspace
from tests.desk import NOW, Desk
from tests.property.hostile import objects
from tests.unit.sync.dav.test_multistatus import WHOLE, flat, read

EXAMPLES = int(os.environ.get("LCDESK_SOAK_EXAMPLES", "100"))

# --- XML ---------------------------------------------------------------------------------------

_XML = [
    *("<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "&", "&amp;", "&#0;"),
    *(
        "&#xD800;",
        "&lt",
        "&b;",
        "<!DOCTYPE a>",
        '<?xml version="1.1"?>',
        'encoding="utf-7"',
        "\x00",
    ),
    *(
        "<response/>",
        "<D:response>",
        "<D:multistatus>",
        "</D:prop>",
        "<D:href/>",
        "D:",
        "xmlns:D=''",
    ),
    *("HTTP/1.1 " + "9" * 5_000, "HTTP/1.1", "HTTP/1.1 ²00", "<D:error/>", "\ufeff", "é"),
]
_slices = st.tuples(
    st.floats(0, 1), st.integers(0, 40), st.sampled_from(_XML) | st.text(max_size=9)
)


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """A multistatus or an error document with up to six places overwritten."""
    error = b'<error xmlns="DAV:"><valid-sync-token/></error>'
    body = draw(st.sampled_from([WHOLE, WHOLE, error]))
    for where, length, piece in draw(st.lists(_slices, max_size=6)):
        at = int(where * len(body))
        body = body[:at] + piece.encode("utf-8", "surrogatepass") + body[at + length :]
    return body


@settings(max_examples=EXAMPLES)
@given(answers(), st.integers(1, 400))
def test_xml_is_read_or_refused_however_it_arrives(body: bytes, size: int) -> None:
    assert _heard(body, size) == _heard(body, len(body) or 1)
    assert isinstance(preconditions_of(body), tuple)


def _heard(body: bytes, size: int) -> object:
    try:
        return flat(*read(*(body[start : start + size] for start in range(0, len(body), size))))
    except BadXml:
        return None


# --- Retry-After -------------------------------------------------------------------------------

_dates = st.builds(
    "{}, {} {} {} {} {}".format,
    st.sampled_from(["Mon", "Sun", ""]),
    st.sampled_from(["1", "31", "0", "99"]),
    st.sampled_from(["Jan", "Feb", "Xyz", "12"]),
    st.sampled_from(["1", "0000", "1970", "2026", "9999", "10000", "26"]),
    st.sampled_from(["00:00:00", "23:59:60", "25:00:00", "1:1", ""]),
    st.sampled_from(["GMT", "+0000", "-2359", "+9999", "PST", "", "+99999999999999"]),
)


@settings(max_examples=EXAMPLES)
@given(st.text() | _dates | st.integers().map(str) | st.just("9" * 5_000))
def test_a_wish_for_a_pause_is_within_a_day(header: str) -> None:
    now = datetime(2026, 11, 23, 7, tzinfo=UTC)
    until = retry_at(header, now)
    assert until is None or now <= until <= now + timedelta(days=1)


# --- files -------------------------------------------------------------------------------------


class _NotKept(Exception):
    """Ends a transaction that was only tried."""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One store for all examples; nothing is kept in it."""
    desk = Desk(tmp_path_factory.mktemp("files"))
    desk.staff("Ana")
    yield desk
    desk.close()


@settings(max_examples=EXAMPLES)
@given(objects())
def test_a_calendar_file_is_taken_or_refused(scratch: Desk, text: str) -> None:
    arriving = text.encode("utf-8", "replace")
    with suppress(InvalidInput, _NotKept), scratch.database.write() as tx:
        import_calendar(tx, arriving, all_staff(tx)[0], NOW)
        raise _NotKept


_values: list[Any] = [
    *(None, True, 0, -1, 10**9, 10**30, 1e308, "", "x" * 9_999, "\ud800", "\x00", "\n", [], {}),
    *("24:00", "9", "-1d", "999999999w", "2026-02-30", "0001-01-01T00:00", "9999-12-31T23:59:59Z"),
    *(
        "Ana",
        "Ben",
        "Yoga",
        "Mars/Olympus",
        "../x",
        [["23:00", "01:00"]],
        [[]],
        {"Ana": {}},
        [None],
    ),
]


@st.composite
def workspaces(draw: st.DrawFn) -> bytes:
    """A workspace file with up to four values exchanged anywhere."""
    document = json.loads(json.dumps(workspace()))
    for value in draw(st.lists(st.sampled_from(_values), max_size=4)):
        inner, key = document, draw(st.sampled_from(sorted(document)))
        while draw(st.booleans()) and isinstance(inner[key], dict | list) and inner[key]:
            inner = inner[key]
            keys = sorted(inner) if isinstance(inner, dict) else range(len(inner))
            key = draw(st.sampled_from(list(keys)))
        inner[key] = copy.deepcopy(value)
    return json.dumps(document).encode()


@settings(max_examples=EXAMPLES)
@given(workspaces())
def test_a_workspace_file_is_taken_or_refused(scratch: Desk, content: bytes) -> None:
    with suppress(InvalidInput, _NotKept), scratch.database.write() as tx:
        load(tx, parse(content), now=NOW)
        raise _NotKept

"""Properties of the calendar format: other readers agree, edits stay local, nothing hangs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.codec import EventDraft, read_event, write_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.ical.expand import occurrences
from lcdesk.model.ical.fingerprint import fingerprint
from lcdesk.model.ical.lines import escape, fold, unescape, unfold
from lcdesk.model.ical.merge import Clash, Merged, merge
from lcdesk.model.ical.rawtext import raw_lines
from lcdesk.model.ical.scan import scan
from tests.effort import is_done_within

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ZONES = sorted(
    name
    for name in available_timezones()
    if "/" in name and not name.startswith(("right", "posix"))
)


def _midnight(year: int) -> datetime:
    """Bounds for Hypothesis, which wants them naive."""
    return datetime.combine(date(year, 1, 1), time())


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=90)
notes = st.lists(texts, max_size=4).map("\n\t".join)
instants = st.datetimes(_midnight(1975), _midnight(2060)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
lengths = st.integers(0, 3 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
spans = st.builds(TimeSpan.of_length, instants, lengths)


@st.composite
def drafts(draw: st.DrawFn) -> EventDraft:
    return EventDraft(
        uid=draw(st.uuids()).hex.upper(),
        span=draw(spans),
        zone=draw(st.sampled_from(ZONES)),
        title=draw(texts),
        notes=draw(notes),
        location=draw(texts),
        op_id=draw(st.sampled_from(["", "op-7"])),
    )


# --- text --------------------------------------------------------------------------------------


@given(notes)
def test_escaped_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text
    assert "\n" not in escape(text)


@given(st.text(max_size=400).map(lambda text: "X:" + escape(text)))
def test_folded_lines_fit_and_come_back(line: str) -> None:
    folded = fold(line)
    assert unfold(folded) == line + "\n"
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))


@given(st.text(st.sampled_from('A:;"\r\n \t\\ü'), max_size=80))
def test_raw_lines_lose_nothing(text: str) -> None:
    assert "".join(line.raw for line in raw_lines(text)) == text


# --- writing and reading -----------------------------------------------------------------------


@given(drafts())
def test_what_is_written_is_read(draft: EventDraft) -> None:
    values = read_event(write_event(draft, now=NOW), BERLIN)
    assert (values.uid, values.span, values.op_id) == (draft.uid, draft.span, draft.op_id)
    assert (values.title, values.notes, values.location) == (
        draft.title,
        draft.notes,
        draft.location,
    )
    assert not values.recurring


@given(drafts())
def test_icalendar_reads_the_same_and_needs_no_zone_database(draft: EventDraft) -> None:
    text = write_event(draft, now=NOW)
    (event,) = Calendar.from_ical(text).events
    assert str(event["SUMMARY"]) == draft.title if draft.title else "SUMMARY" not in event
    start = event.start
    assert isinstance(start, datetime)
    assert start.astimezone(UTC) == draft.span.start
    renamed = text.replace(f"TZID={draft.zone}", "TZID=Own Rules")
    renamed = renamed.replace(f"TZID:{draft.zone}", "TZID:Own Rules")
    assert read_event(unfold(renamed), BERLIN).span == draft.span


@given(drafts())
def test_scan_agrees_with_icalendar(draft: EventDraft) -> None:
    text = write_event(draft, now=NOW)
    (mine,) = scan(text).events
    (theirs,) = Calendar.from_ical(text).walk("VEVENT")
    assert mine.uid == str(theirs["UID"])
    assert mine.summary == str(theirs.get("SUMMARY", ""))
    assert mine.description == str(theirs.get("DESCRIPTION", ""))
    assert mine.location == str(theirs.get("LOCATION", ""))
    assert mine.start.tzid == str(theirs["DTSTART"].params.get("TZID", ""))


# --- editing -----------------------------------------------------------------------------------

FOREIGN = [
    "X-APPLE-CREATOR-IDENTITY:com.apple.mobilecal",
    'ATTENDEE;CN="A; B: C";PARTSTAT=ACCEPTED:mailto:a@example.org',
    "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 40,
    "GEO:52.5;13.4",
    "CATEGORIES:a,b\\,c",
    "X-EMPTY:",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:x\r\nSUMMARY:y\r\nEND:VALARM",
]
changes = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "notes": notes,
        "location": texts,
        "span": spans,
        "op_id": st.sampled_from(["", "op-9"]),
    },
)
OWN = {
    "title": ("SUMMARY",),
    "notes": ("DESCRIPTION",),
    "location": ("LOCATION",),
    "span": ("DTSTART", "DTEND"),
    "op_id": ("X-LCDESK-OP",),
}
STAMPS = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")


def without(text: str, names: set[str]) -> list[str]:
    """The raw lines behind the zone's rules, but for the event's own of those names."""
    kept, depth = [], 0
    for line in raw_lines(text[text.index("BEGIN:VEVENT") :]):
        depth += (line.name == "BEGIN") - (line.name == "END")
        if depth != 1 or line.name not in names:
            kept.append(line.raw)
    return kept


def edited(text: str, wanted: dict[str, object]) -> str:
    new = EventChanges(**wanted)  # type: ignore[arg-type]  # the strategy's names and types
    return edit_event(text, changes=new, now=NOW + timedelta(hours=1), zone=BERLIN)


@given(drafts(), st.permutations(FOREIGN), changes)
def test_an_edit_touches_nothing_else(
    draft: EventDraft, foreign: list[str], wanted: dict[str, object]
) -> None:
    text = write_event(draft, now=NOW)
    ending = "".join(fold(line) for part in foreign for line in part.split("\r\n"))
    text = text.replace("END:VEVENT", ending + "END:VEVENT")
    new = edited(text, wanted)
    touched = {name for key in wanted for name in OWN[key]} | set(STAMPS)
    assert without(new, touched) == without(text, touched)
    values = read_event(new, BERLIN)
    assert all(getattr(values, key) == value for key, value in wanted.items())


@given(drafts(), changes)
def test_an_edit_taken_back_leaves_the_same_content(
    draft: EventDraft, wanted: dict[str, object]
) -> None:
    text = write_event(draft, now=NOW)
    back = {key: getattr(draft, key) for key in wanted}
    assert fingerprint(edited(edited(text, wanted), back)) == fingerprint(text)


# --- merging -----------------------------------------------------------------------------------


@given(drafts(), changes, changes)
def test_a_merge_holds_both_or_says_what_clashes(
    draft: EventDraft, here: dict[str, object], there: dict[str, object]
) -> None:
    base = write_event(draft, now=NOW)
    result = merge(base, edited(base, here), edited(base, there))
    moved = {key for key in {*here, *there} - {"op_id"} if here.get(key) != there.get(key)}
    both = {
        key
        for key in moved & here.keys() & there.keys()
        if getattr(draft, key) not in (here[key], there[key])
    }
    if isinstance(result, Clash):
        assert {"span" if name == "times" else name for name in result.properties} == both
        return
    assert not both
    values = read_event(result.text, BERLIN)
    for key in {*here, *there} - {"op_id"}:
        sides = [side[key] for side in (here, there) if key in side]
        changed = [value for value in sides if value != getattr(draft, key)]
        assert getattr(values, key) == (changed or sides)[0]


@given(drafts(), changes)
def test_what_only_one_side_changed_is_taken(draft: EventDraft, wanted: dict[str, object]) -> None:
    base = write_event(draft, now=NOW)
    new = edited(base, wanted)
    assert merge(base, base, new) == Merged(new)
    assert merge(base, new, new) == Merged(new)
    mine = merge(base, new, base)
    assert isinstance(mine, Merged)
    assert fingerprint(mine.text) == fingerprint(new)


# --- anything at all ---------------------------------------------------------------------------

WORDS = [
    *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "UID:a", "SUMMARY:x"),
    *("DTSTART:20260101T000000Z", "DTSTART;VALUE=DATE:20260101", "DTSTART;TZID=Nowhere:20260101"),
    *("DTEND:20260101T010000Z", "DURATION:PT1H", "DURATION:P", "RDATE:20260105T000000Z/PT1H"),
    *("RRULE:FREQ=DAILY", "RRULE:FREQ=SECONDLY;COUNT=99999999", "RRULE:FREQ=WEEKLY;BYDAY=9MO"),
    *("RECURRENCE-ID:20260103T000000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260103T000000Z"),
    *("EXDATE:20260102T000000Z", "EXDATE:", "DTSTART:", "DTSTART:99991231T235959Z", ";", ":", " x"),
    *("BEGIN:VTIMEZONE", "TZID:Nowhere", "BEGIN:STANDARD", "DTSTART:20200101T000000"),
    *("TZOFFSETFROM:+0100", "TZOFFSETTO:+2359", "END:STANDARD", "END:VTIMEZONE", "DTSTAMP:x"),
    *("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "DTSTART:00010101T000000", "SEQUENCE:٣"),
]
lines = st.lists(
    st.sampled_from(WORDS) | st.text(max_size=30) | st.from_regex(r"[A-Z-]{1,9}[;:].{0,20}"),
    max_size=25,
)
anything = st.one_of(
    st.text(),
    lines.map("\r\n".join),
    lines.map(
        lambda body: "\r\n".join(
            ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", *body, "END:VEVENT", "END:VCALENDAR"]
        )
    ),
)
YEAR = TimeSpan(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def attempts(text: str) -> Iterator[None]:
    """Everything that reads foreign text, one after the other."""
    change = EventChanges(title="x", span=TimeSpan.of_length(NOW, timedelta(hours=1)))
    for attempt in (
        lambda: scan(text),
        lambda: occurrences(text, zone=BERLIN, span=YEAR, own_addresses=["a@b"]),
        lambda: read_event(text, BERLIN),
        lambda: edit_event(text, changes=change, now=NOW, zone=BERLIN),
        lambda: fingerprint(text),
        lambda: merge(text, text, text),
    ):
        with suppress(UnreadableEvent, InvalidInput):
            attempt()
        yield


@given(anything)
@example("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101\nBEGIN:X\nEND:X\nEND:VEVENT\n")
def test_no_text_does_worse_than_be_unreadable(text: str) -> None:
    assert is_done_within(2, lambda: list(attempts(text)))

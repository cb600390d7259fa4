"""Calendar files that other programs' authors collected: the samples that two libraries bring.

icalendar and recurring-ical-events install theirs beside their code, so `make setup` has
fetched them already, pinned by hash, and nothing of them is copied into this repository.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import icalendar
import recurring_ical_events

from lcdesk.model.ical.rawtext import RawLine, raw_lines

_ROOTS = {
    "icalendar": Path(icalendar.__file__).parent / "tests",
    "recurring": Path(recurring_ical_events.__file__).parent / "test",
}


def names() -> list[str]:
    """`library/file name` of every sample, in order."""
    return sorted(_files())


def names_with_events() -> list[str]:
    """Those samples that hold an event at all."""
    return [name for name in names() if "\nBEGIN:VEVENT" in text_of(name)]


def text_of(name: str) -> str:
    """A sample as a calendar: what is only a part of one is put into one."""
    raw = _files()[name].read_bytes()
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    text = text.removeprefix("\ufeff")
    if text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return text
    inside = text.strip("\r\n")
    return f"BEGIN:VCALENDAR\r\n{inside}\r\nEND:VCALENDAR\r\n"


def completed(text: str) -> str:
    """Each event without a UID or a start gets one, so that the rest of it can be compared."""
    blocks = enumerate(_blocks(text))
    return "".join(line.raw for place, block in blocks for line in _completed(block, place))


def objects_of(text: str) -> list[str]:
    """The events as a server would hold them: one object for each UID, with all the zones."""
    zones: list[str] = []
    events: dict[str, list[str]] = {}
    for block in _blocks(text):
        written = "".join(_ended(line.raw) for line in block)
        if block[0].text.upper().strip() == "BEGIN:VTIMEZONE":
            zones.append(written)
        elif block[0].text.upper().strip() == "BEGIN:VEVENT":
            uid = next((line.text for line in _own_lines(block) if line.name == "UID"), "")
            events.setdefault(uid, []).append(written)
    inside = ("".join([*zones, *group]) for group in events.values())
    return [f"BEGIN:VCALENDAR\r\n{parts}END:VCALENDAR\r\n" for parts in inside]


@cache
def _files() -> dict[str, Path]:
    return {
        f"{library}/{path.relative_to(root).as_posix()}": path
        for library, root in _ROOTS.items()
        for path in root.rglob("*.ics")
    }


def _blocks(text: str) -> Iterator[list[RawLine]]:
    """The components inside the calendar, each whole, and every line between them alone."""
    block: list[RawLine] = []
    depth = 0
    for line in raw_lines(text):
        depth += line.name == "BEGIN"
        if depth >= 2:
            block.append(line)
        else:
            yield [line]
        depth -= line.name == "END"
        if depth == 1 and block:
            yield block
            block = []
    if block:
        yield block


def _completed(block: list[RawLine], place: int) -> list[RawLine]:
    if block[0].text.upper().strip() != "BEGIN:VEVENT":
        return block
    present = {line.name for line in _own_lines(block)}
    wanted = {"UID": f"UID:added-{place}", "DTSTART": "DTSTART:20260105T090000Z"}
    added = [line for name, line in wanted.items() if name not in present]
    return [block[0], *(RawLine(f"{line}\r\n", line) for line in added), *block[1:]]


def _own_lines(block: list[RawLine]) -> Iterator[RawLine]:
    """A component's lines without those of the components in it."""
    depth = 0
    for line in block:
        depth += line.name == "BEGIN"
        if depth == 1:
            yield line
        depth -= line.name == "END"


def _ended(raw: str) -> str:
    return raw if raw.endswith("\n") else f"{raw}\r\n"

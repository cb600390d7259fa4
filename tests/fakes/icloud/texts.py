"""What iCloud takes, and what it makes of a text before it gives it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from tests.fakes.icloud.quirks import Rewriting

_EVENT = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL)
_COMPONENT = re.compile(r"^BEGIN:(VEVENT|VTODO|VJOURNAL)\r?$", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]+\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_STAMP = re.compile(r"^DTSTAMP[:;].*\r?\n", re.MULTILINE)


def refusal(text: str, components: tuple[str, ...]) -> int | None:
    """The status that a text is refused with; None when it is taken.

    The body of such an answer is empty: 404 means "no end", 403 anything else.
    """
    kinds = set(_COMPONENT.findall(text))
    is_calendar = text.lstrip().startswith("BEGIN:VCALENDAR") and "END:VCALENDAR" in text
    if not is_calendar or not kinds or not kinds <= set(components):
        return 403
    if re.search(r"^METHOD:", text, re.MULTILINE) or "\nUID:" not in text:
        return 403
    ends = [
        re.search(r"^(DTEND|DURATION)[:;]", event, re.MULTILINE) for event in _EVENT.findall(text)
    ]
    return None if all(ends) else 404


def given(text: str, rewriting: Rewriting, now: datetime) -> str:
    """The text as it is handed out at this time."""
    stamp = f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}\r\n"
    if rewriting is Rewriting.STAMPED_TWICE:
        return _STAMP.sub(lambda old: old[0] + stamp, text)
    stamped = _STAMP.sub(stamp, text)
    return reordered(stamped) if rewriting is Rewriting.REORDERED else stamped


def reordered(text: str) -> str:
    """Each component's own properties sorted, before the components inside it."""
    lines = iter(_LINE.findall(text))
    return _component(next(lines), lines)


def _component(begin: str, lines: Iterator[str]) -> str:
    properties: list[str] = []
    inside: list[str] = []
    for line in lines:  # one iterator, shared by all levels
        if line.startswith("END:"):
            return "".join([begin, *sorted(properties), *inside, line])
        if line.startswith("BEGIN:"):
            inside.append(_component(line, lines))
        else:
            properties.append(line)
    raise AssertionError("a component without an end")

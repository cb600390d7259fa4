"""Content lines of RFC 5545 as text: decoding, bounds, unfolding, folding, parameters, escaping.

The bytes may be those of whichever program wrote them. Besides names and parameters only the
values of dates, times and durations are known here; no property's meaning is.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.recurrence.moment import Moment, read_moment, shorten, write_wall

MAX_CHARACTERS = 20 * 1024 * 1024  # iCloud's own bound for one event
MAX_LINES = 200_000
FOLD_OCTETS = 75

_LINE = re.compile(r'([A-Za-z0-9._-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
_PARAM = re.compile(r';([^=;:"]+)=((?:[^";:]|"[^"]*")*)')
# Names of zones with a colon in them, as Exchange and Windows have them, often come without the
# quotes that they need: `tzone://Microsoft/Custom`, `(UTC+01:00) Amsterdam, Berlin`, `GMT+01:00`.
_BARE_ZONE = re.compile(
    r'^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(?:;[^":;\n]{0,200}){0,9}?;TZID=)'
    r'([^":;\n]{0,200}(?::[^":;\n]{0,200}){1,5}?)(?=(?:;[^":;\n]{0,200}){0,9}:[0-9]{8})',
    re.IGNORECASE | re.MULTILINE,
)
_BARE_ZONES_BEGIN = ("=tzone:", "=(", "=GMT", "=UTC", "=+", "=-")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "N": "\n"}

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One unfolded property line; names in capitals, quotes around parameter values removed."""

    name: str
    params: Params
    value: str

    def param(self, name: str) -> str:
        """The first parameter of that name, or an empty text."""
        return next((value for key, value in self.params if key == name), "")


def unfold(text: str) -> str:
    """`text` with `\\n` line ends, folds undone and a byte order mark removed.

    Raises UnreadableEvent for objects beyond 20 MB or 200,000 lines.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableEvent(Message("The text is larger than 20 MB, so it was not read."))
    if text.count("\n") > MAX_LINES:
        raise UnreadableEvent(Message("The text has too many lines, so it was not read."))
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    plain = plain.replace("\n ", "").replace("\n\t", "")
    has_bare_zone = any(begin in plain for begin in _BARE_ZONES_BEGIN)
    return _BARE_ZONE.sub(r'\1"\2"', plain) if has_bare_zone else plain


def parse_params(text: str) -> Params:
    """The parameters in `;A=b;C="d"`; malformed ones are left out."""
    if not text:
        return ()
    return _cached_params(text) if len(text) < 200 else _params(text)


def _params(text: str) -> Params:
    return tuple((key.upper(), value.replace('"', "")) for key, value in _PARAM.findall(text))


_cached_params = lru_cache(maxsize=2048)(_params)  # a calendar repeats the same few texts


def parse_line(line: str) -> Line | None:
    """The property in an unfolded line; None when it is not one."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    name, params, value = match.groups()
    return Line(name.upper(), parse_params(params), value.rstrip("\r"))


def write_line(line: Line) -> str:
    """The line unfolded, with quotes around parameter values that need them."""
    params = "".join(f";{name}={_quote(value)}" for name, value in line.params)
    return f"{line.name}{params}:{line.value}"


def _quote(value: str) -> str:
    return f'"{value}"' if re.search("[:;,]", value) else value


def fold(line: str, end: str = "\r\n") -> str:
    """`line` in pieces of at most 75 octets without splitting a character, with line ends."""
    if len(line) <= FOLD_OCTETS and line.isascii():
        return line + end
    return (end + " ").join(_pieces(line)) + end


def _pieces(line: str) -> Iterator[str]:
    piece, size, room = "", 0, FOLD_OCTETS
    for character in line:
        octets = len(character.encode("utf-8", "surrogatepass"))
        if size + octets > room:
            yield piece
            piece, size, room = "", 0, FOLD_OCTETS - 1  # the blank takes one
        piece += character
        size += octets
    yield piece


def escape(text: str) -> str:
    """`text` as an RFC 5545 TEXT value: line ends as `\\n`, control characters removed."""
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        clean = clean.replace(plain, escaped)
    return clean.encode("utf-8", "replace").decode("utf-8")  # lone surrogates become "?"


def unescape(value: str) -> str:
    """The text meant by an RFC 5545 TEXT value; an unknown escape stands for its character."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), value)


_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Some programs write them without the mark that tells them; how a calendar begins tells as well.
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_BEGINNING = "BEGIN:VCALENDAR"
_BEGINS_WITHIN = 1_000  # bytes
# RFC 5545 3.1 folds after 75 octets, and poor programs do so in the middle of a character.
# No character begins with such a second octet, so nothing else is joined here.
_SPLIT_CHARACTER = re.compile(rb"(?<=[\x80-\xff])\r?\n[ \t](?=[\x80-\xbf])")


def decode(content: bytes) -> str:
    """UTF-8, UTF-16, UTF-32, or else the letters of western Windows.

    The line ends of old Macs become `\\n`; others stay as they are.
    """
    text = _decode(content).removeprefix("\ufeff")
    return text if "\n" in text else text.replace("\r", "\n")


def has_guessed_letters(content: bytes) -> bool:
    """Whether nothing said how the letters are written, so that they may be wrong."""
    is_said = content.startswith(_UTF_16) or _wide_encoding(content) is not None
    try:
        utf8(content)
    except UnicodeDecodeError:
        return not is_said
    return False


def utf8(content: bytes) -> str:
    """UTF-8 text, also where a fold splits a character. Raises UnicodeDecodeError."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _SPLIT_CHARACTER.sub(b"", content).decode("utf-8")


def _decode(content: bytes) -> str:
    encoding = _wide_encoding(content)
    if encoding is not None:
        return content.decode(encoding, errors="replace")
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    for read in (utf8, _windows):
        try:
            return read(content)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _wide_encoding(content: bytes) -> str | None:
    begin = content[:_BEGINS_WITHIN]
    read = ((encoding, begin.decode(encoding, errors="replace").upper()) for encoding in _WIDE)
    return next((encoding for encoding, text in read if _BEGINNING in text), None)


def _windows(content: bytes) -> str:
    return content.decode("cp1252")


_DURATION = re.compile(
    r"([+-])?P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date or time as written: `value`, its TZID (or empty), and whether it is a date."""

    value: str
    tzid: str = ""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """Whole days on the calendar, then elapsed time (RFC 5545: days are nominal)."""

    days: int = 0
    exact: timedelta = timedelta()


def read_stamp(stamp: Stamp) -> Moment:
    """What a stamp says. Raises UnreadableEvent for anything that is no date or time."""
    return read_moment(stamp.value, is_date=stamp.is_date)


def read_duration(value: str) -> Length:
    """What `PT1H30M` or `P2D` says; negative ones count as zero. Raises UnreadableEvent."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise UnreadableEvent(Message("“{text}” is not a duration.", text=shorten(value)))
    if match[1] == "-":
        return Length()
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    return Length(weeks * 7 + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))


def write_utc(instant: datetime) -> str:
    """`20260321T080000Z` for an aware instant."""
    return write_wall(instant.astimezone(UTC)) + "Z"

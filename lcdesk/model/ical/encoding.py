"""The bytes of a calendar file as text, whichever program wrote them."""

from __future__ import annotations

import codecs
import re

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


def utf8(content: bytes) -> str:
    """UTF-8 text, also where a fold splits a character. Raises UnicodeDecodeError."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _SPLIT_CHARACTER.sub(b"", content).decode("utf-8")


def _decode(content: bytes) -> str:
    for encoding in _WIDE:
        if _BEGINNING in content[:_BEGINS_WITHIN].decode(encoding, errors="replace").upper():
            return content.decode(encoding, errors="replace")
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    for read in (utf8, _windows):
        try:
            return read(content)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _windows(content: bytes) -> str:
    return content.decode("cp1252")

"""What is passed on of a problem: versions, counts, the last lines of the log, and nothing private.

Names, titles and addresses that are kept are looked up and hidden, wherever a line has them.
"""

from __future__ import annotations

import locale
import os
import platform
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from lcdesk import __version__
from lcdesk.logs import redact
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.report import count_rows, private_words
from lcdesk.paths import Paths

LOG_LINES, FAULT_LINES = 80, 40
_LAST_BYTES = 64 * 1024
HIDDEN = "[hidden]"
_MAIL = re.compile(r"[^\s<>\"'@,;:()/]+@[^\s<>\"'@,;:()/]+")
_PAGE = re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)([^\s/\"'<>]*)[^\s\"'<>]*")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def report(database: Database, paths: Paths, clock: Clock) -> str:
    """The whole report, in English: whoever helps reads it, in any country."""
    hide = partial(_hide, private={}, data=paths.data)
    try:
        with database.read() as reader:
            counts = [f"{name}: {count}" for name, count in count_rows(reader).items() if count]
            hide = partial(_hide, private=_by_first_word(private_words(reader)), data=paths.data)
            accounts = [
                f"{account.provider.value}, {account.state.value}"
                + (f", {account.error.code}" if account.error else "")
                for account in all_accounts(reader)
            ]
    except StoreError as error:  # part of what is to be told
        counts, accounts = [f"cannot be read: {type(error).__name__}"], []
    parts = (
        ("Program", _program(clock)),
        ("Data file", [f"{_size(paths.database)} bytes", *counts]),
        ("Accounts", accounts or ["none"]),
        ("Log", [hide(line) for line in _last_lines(paths.log, LOG_LINES)] or ["empty"]),
        ("Crashes", [hide(line) for line in _last_lines(paths.faults, FAULT_LINES)] or ["none"]),
    )
    return "\n\n".join("\n".join([title, *_indented(lines)]) for title, lines in parts) + "\n"


def _program(clock: Clock) -> list[str]:
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    return [
        f"lcdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"SQLite {sqlite3.sqlite_version}",
        f"{platform.platform()}, {QGuiApplication.platformName()} {desktop}".rstrip(),
        f"screens: {screens}",
        f"language {QLocale().name()}, region {QLocale.system().name()}, "
        f"encoding {locale.getpreferredencoding(False)}",
        f"made at {clock():%Y-%m-%d %H:%M:%S} UTC",
    ]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _last_lines(file: Path, most: int) -> list[str]:
    if not file.exists():
        return []
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - _LAST_BYTES))
        return opened.read().decode("utf-8", "replace").splitlines()[-most:]


def _by_first_word(private: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """So that a line asks only for what begins with one of its words, of however many names."""
    found: dict[str, list[str]] = {}
    for text in sorted(private, key=len, reverse=True):
        word = _WORD.search(text)
        if word is not None:
            found.setdefault(word.group().casefold(), []).append(text)
    return found


def _hide(line: str, *, private: Mapping[str, Sequence[str]], data: Path) -> str:
    shown = redact(line).replace(str(data), "[data]").replace(str(Path.home()), "~")
    shown = _MAIL.sub(HIDDEN, _PAGE.sub(_without_path, shown))
    words = {word.casefold() for word in _WORD.findall(shown)}
    texts = [text for word in words for text in private.get(word, ())]
    for text in sorted(texts, key=len, reverse=True):
        shown = re.sub(rf"(?i)(?<!\w){re.escape(text)}(?!\w)", HIDDEN, shown)
    return shown


def _without_path(found: re.Match[str]) -> str:
    """Of iCloud the host is known to everybody; another one may be the business's own."""
    host = found.group(2).rpartition("@")[2]
    is_known = host.partition(":")[0].endswith("icloud.com")
    return f"{found.group(1)}{host if is_known else HIDDEN}/{HIDDEN}"

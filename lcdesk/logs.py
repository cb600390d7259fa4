"""Logging set-up: one rotating file of its owner's only, and nothing secret in it."""

from __future__ import annotations

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGED_BYTES = 1_000_000

_SECRETS = (
    re.compile(
        r"(?i)((?:proxy-)?authorization['\"]?\s*[:=]\s*['\"]?(?:basic|bearer)?\s*)[^\s'\",}]+"
    ),
    re.compile(r"\b[a-z]{4}(?:-[a-z]{4}){3}\b"),  # the form of an app-specific password
    re.compile(r"(?<=://)[^/@\s]+@"),  # user:password@ in an address
    re.compile(r"(?i)(password['\"]?\s*[:=]\s*)[^\s,}]+"),
)


def redact(text: str) -> str:
    """The text with everything that looks like a secret replaced by `[hidden]`."""
    for pattern in _SECRETS:
        text = pattern.sub(
            lambda match: (match.group(1) if match.groups() else "") + "[hidden]", text
        )
    return text


class RedactingFormatter(logging.Formatter):
    """Formats as usual, exception texts included, and hides secrets last."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line without secrets."""
        return redact(super().format(record))


class _PrivateFileHandler(RotatingFileHandler):
    """A rotating file that only its owner can read, rotated ones included."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY, 0o600))
        return super()._open()


def set_up(log_file: Path) -> logging.Handler:
    """Send the log to `log_file`; returns the handler so that the caller can take it off."""
    logging.raiseExceptions = False  # a full disk must not fill the terminal with tracebacks
    handler = _PrivateFileHandler(
        log_file, maxBytes=LOGGED_BYTES, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for chatty in ("alembic", "caldav", "niquests", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return handler

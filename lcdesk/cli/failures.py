"""Errors as JSON and as exit statuses."""

from __future__ import annotations

from typing import Any

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.errors import (
    InvalidInput,
    LcdeskError,
    NotFound,
    RefusedByRule,
    StoreError,
)
from lcdesk.sync.errors import SignInRefused, Stopped

DONE = 0
SOME_FAILED = 1
WRONG_USAGE = 2
SIGN_IN_REFUSED = 3
REFUSED = 4
STORE_UNUSABLE = 5
INTERRUPTED = 130

_STATUSES: tuple[tuple[type[LcdeskError], int], ...] = (
    (SignInRefused, SIGN_IN_REFUSED),
    (RefusedByRule, REFUSED),
    (StoreError, STORE_UNUSABLE),
    (InvalidInput, WRONG_USAGE),
    (NotFound, WRONG_USAGE),
    (Stopped, INTERRUPTED),
)


def status_of(error: LcdeskError) -> int:
    """The exit status that the error means."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), SOME_FAILED)


def document_of(error: LcdeskError) -> dict[str, Any]:
    """The JSON document for an error."""
    return document(error.code, error.title, error.message, error.details)


def document(code: str, title: str, message: str, details: tuple[str, ...] = ()) -> dict[str, Any]:
    """The JSON document for an error that is not the model's."""
    return {"error": {"code": code, "title": title, "message": message, "details": list(details)}}


def note_shape(note: ErrorNote | None) -> dict[str, Any] | None:
    """An error kept with an account or a change, in the shape that errors have everywhere."""
    if note is None:
        return None
    shape: dict[str, Any] = document(note.code, note.title, note.message)["error"]
    return shape

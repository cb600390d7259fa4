"""Starts that did not come to their end: noted by a file, and asked about at the next start.

The file is there from the start until the window stands over its open store, and goes when lcdesk
ends in order before that. Where it is found, the last start crashed.
"""

from __future__ import annotations

import faulthandler
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lcdesk.paths import Paths, write_for_owner

logger = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes of earlier crashes that are kept


def note_start(paths: Paths) -> bool:
    """Note that a start begins; whether the last one did not come to its end."""
    has_crashed = paths.start_marker.exists()
    try:
        write_for_owner(paths.start_marker, b"")
    except OSError as error:  # a full disk, which opening the store tells
        logger.warning("the start cannot be noted: %s", error)
    return has_crashed


def note_end(paths: Paths) -> None:
    """The window stands, or lcdesk ended in order."""
    paths.start_marker.unlink(missing_ok=True)


@contextmanager
def faults_written(file: Path) -> Iterator[None]:
    """Inside, what Python was at when it crashed is added to `file`, its owner's only."""
    if faulthandler.is_enabled():  # whoever did that wants it elsewhere
        yield
        return
    try:
        handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    except OSError as error:
        logger.warning("crashes cannot be noted: %s", error)
        yield
        return
    try:
        if os.fstat(handle).st_size > _LARGEST:
            os.truncate(handle, 0)
        faulthandler.enable(handle)
        yield
    finally:
        faulthandler.disable()
        os.close(handle)

"""A disk that is full for a while: the operating system itself refuses to let files grow."""

from __future__ import annotations

import resource
import shutil
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_Usage = namedtuple("_Usage", "total used free")
_FIRST_BYTES = 4096  # less than one page of SQLite's log with its heading


@contextmanager
def full_disk() -> Iterator[None]:
    """Inside, no file of this process can be written beyond its first few bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _folder: _Usage(1 << 30, 1 << 30, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FIRST_BYTES, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

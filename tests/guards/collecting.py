"""Cycles with Qt objects in them are collected in the window's thread only, as the program does.

Python collects in whichever thread happens to allocate. A widget, timer or watcher of files that a
thread of the sync or of another test destroys ends the process, or makes Qt complain.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing is collected while a test with an application runs; all that it left is, after it.

    What is still there then stays to the end, so the next look has little to look at.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()
    gc.enable()

"""A pass lets the window's thread go first, but is never held up by it for good."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from lcdesk.sync.worker import StopFlags, YieldToGui
from lcdesk.sync.worker import thread as thread_module


def test_who_gives_way_goes_on_when_events_were_handled(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_module, "WAITS_AT_MOST_SECONDS", 60)
    courtesy = YieldToGui(StopFlags())
    thread = threading.Thread(target=courtesy)
    thread.start()
    thread.join(0.05)
    assert thread.is_alive(), "it did not wait"
    while thread.is_alive():
        qapp.processEvents()
    thread.join()


def test_who_gives_way_does_not_wait_for_a_thread_that_is_at_something_long(
    qapp: QApplication,  # it handles no events meanwhile
) -> None:
    courtesy = YieldToGui(StopFlags())
    thread = threading.Thread(target=courtesy)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def test_who_was_told_to_stop_does_not_give_way(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thread_module, "WAITS_AT_MOST_SECONDS", 60)
    flags = StopFlags()
    flags.close()
    thread = threading.Thread(target=YieldToGui(flags))
    thread.start()
    thread.join(20)
    assert not thread.is_alive()

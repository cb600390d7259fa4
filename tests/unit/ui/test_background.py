"""Questions are answered beside the window's thread, and the answers arrive in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lcdesk.ui.background import BackgroundReader, NewestAnswer

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def aside() -> Iterator[BackgroundReader]:
    made = BackgroundReader()
    yield made
    made.close()


def test_an_answer_arrives_in_the_thread_that_asked(aside: BackgroundReader, qtbot: QtBot) -> None:
    heard: list[tuple[threading.Thread, threading.Thread]] = []

    def hear(done: Future[threading.Thread]) -> None:
        heard.append((done.result(), threading.current_thread()))

    aside.ask(threading.current_thread, hear)
    qtbot.waitUntil(lambda: bool(heard))
    ((there, here),) = heard
    assert here is threading.main_thread()
    assert there is not here


def test_what_goes_wrong_is_told_to_who_asked(aside: BackgroundReader, qtbot: QtBot) -> None:
    heard: list[Future[None]] = []

    def fail() -> None:
        raise ValueError("cannot be read")

    aside.ask(fail, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    with pytest.raises(ValueError, match="cannot be read"):
        heard[0].result()


def test_nobody_hears_of_an_answer_after_the_end(qtbot: QtBot) -> None:
    heard: list[object] = []
    begun, aside = threading.Event(), BackgroundReader()
    aside.ask(begun.set, heard.append)
    aside.ask(lambda: None, heard.append)
    begun.wait()
    aside.close()
    qtbot.wait(1)
    assert heard == []


def test_only_what_was_asked_last_is_handed_over(aside: BackgroundReader, qtbot: QtBot) -> None:
    heard: list[str] = []
    owner = QObject()
    newest = NewestAnswer(aside, owner)
    newest.ask(lambda: "old", heard.append)
    newest.ask(lambda: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    newest.ask(lambda: "forgotten", heard.append)
    newest.forget()
    done: list[object] = []
    aside.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == ["new"]


def test_a_dialog_that_was_closed_before_the_answer_came_hears_of_none(
    aside: BackgroundReader, qtbot: QtBot
) -> None:
    heard: list[str] = []
    owner = QObject()
    NewestAnswer(aside, owner).ask(lambda: "late", heard.append)
    delete(owner)
    done: list[object] = []
    aside.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == []

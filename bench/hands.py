"""Hands for the measured window: it opens, rests, is scrolled, hovered and dragged; frame by frame.

A frame is what one event costs until the window is painted again: the event is sent, then what
it posted (layouts, the repaint) is carried out, and nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPicture, QPixmap
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from bench.stores import NOW
from lcdesk.app.program import Program
from lcdesk.app.start import make_application
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.window.desk_model import WindowModel

OPENS_WITHIN_MS = 60_000
SETTLES_MS = 2_000
_NO_BUTTON, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def application() -> QApplication:
    """The one of this process."""
    known = QApplication.instance() or make_application()
    assert isinstance(known, QApplication)
    return known


@contextmanager
def open_window(paths: Paths) -> Iterator[tuple[Program, WindowModel]]:
    """The real window over a store, filled, with everything done that follows a start."""
    program = Program(application(), paths, secrets=SessionStore(), clock=lambda: NOW)
    loop = QEventLoop()
    program.opened.connect(loop.quit)
    QTimer.singleShot(OPENS_WITHIN_MS, loop.quit)
    program.begin()
    loop.exec()
    try:
        desk = program.window.desk
        assert desk is not None
        rest(SETTLES_MS)
        yield program, desk
    finally:
        program.close()


def rest(milliseconds: int) -> None:
    """Let happen what happens by itself."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    paint()


def paint() -> None:
    """What was posted is carried out: the layout that changed, then the update."""
    QApplication.sendPostedEvents()


def paintings(view: QWidget, count: int) -> list[float]:
    """Milliseconds of painting all of a view, each time."""
    return [_ms(view.grab) for _ in range(count)]


def repetitions(view: QWidget, count: int) -> list[float]:
    """Milliseconds of what painting all of a view costs Qt itself: the same calls, kept by it and
    carried out again without any of Python.
    """
    kept, image = QPicture(), QPixmap(view.size())
    recorder = QPainter(kept)
    view.render(recorder, QPoint())
    recorder.end()

    def repeat() -> None:
        painter = QPainter(image)
        painter.drawPicture(0, 0, kept)
        painter.end()

    return [_ms(repeat) for _ in range(count)]


def scrollings(bar: QScrollBar, steps: Iterable[int]) -> list[float]:
    """Milliseconds of a frame for each step of so many pixels."""
    return [_frame(partial(bar.setValue, bar.value() + step)) for step in steps]


def turnings(turn: Callable[[], object], count: int) -> list[float]:
    """Milliseconds of a frame in which something is read and shown, each time."""
    return [_frame(turn) for _ in range(count)]


def hoverings(widget: QWidget, points: Iterable[QPoint]) -> list[float]:
    """Milliseconds of a frame for each place of the pointer."""
    return [_frame(partial(_send, widget, QEvent.Type.MouseMove, point)) for point in points]


def draggings(widget: QWidget, grip: QPoint, points: Iterable[QPoint]) -> list[float]:
    """Milliseconds of a frame for each place that what lies at `grip` is dragged to; given up."""
    _send(widget, QEvent.Type.MouseButtonPress, grip, _LEFT)
    _send(widget, QEvent.Type.MouseMove, grip + QPoint(30, 30), _LEFT)
    paint()
    move = QEvent.Type.MouseMove
    frames = [_frame(partial(_send, widget, move, point, _LEFT)) for point in points]
    QApplication.sendEvent(widget, QEvent(QEvent.Type.FocusOut))
    paint()
    return frames


def _frame(act: Callable[[], object]) -> float:
    def whole() -> None:
        act()
        paint()

    return _ms(whole)


def _ms(work: Callable[[], object]) -> float:
    """Of this thread alone: painting into memory waits for nobody, other programs do not count."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def _send(
    widget: QWidget, kind: QEvent.Type, point: QPoint, held: Qt.MouseButton = _NO_BUTTON
) -> None:
    there = QPointF(point)
    button = held if kind == QEvent.Type.MouseButtonPress else _NO_BUTTON
    event = QMouseEvent(kind, there, QPointF(widget.mapToGlobal(point)), button, held, _NO_KEYS)
    QApplication.sendEvent(widget, event)

"""The real window on the salon, and hands for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.bridge import StoreNews, SyncControl
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.week import Block
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.window.main import MainWindow
from tests.desk import BERLIN
from tests.salon import Salon


class Stage:
    """The window on the salon, and hands for it."""

    def __init__(self, salon: Salon, qtbot: QtBot, *, local_zone: str = BERLIN) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.salon = salon
        self._qtbot = qtbot
        locale = LocaleFormat(QLocale("en_GB"))
        appearance = Appearance(application)
        self.window = MainWindow(appearance, Icons(appearance), locale, salon.clock)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        qtbot.addWidget(self.window)
        self.news = StoreNews(salon.database)
        self.sync = SyncControl()
        self.desk = WindowModel(
            salon.database,
            self.news,
            self.sync,
            locale=locale,
            clock=salon.clock,
            local_zone=local_zone,
        )
        self.window.attach(self.desk)
        self.window.resize(1200, 900)
        self.window.show()
        self.window.grid.scroll_to(8 * 60)
        QApplication.processEvents()

    def close(self) -> None:
        """End everything that runs by itself."""
        self.window.close()
        self.desk.close()
        self.news.close()

    def blocks(self) -> list[Block]:
        """What the grid draws."""
        return list(self.window.grid.canvas.scene.blocks)

    def titles(self) -> list[str]:
        """The titles that the grid draws."""
        return [block.title for block in self.blocks()]

    def block(self, title: str) -> Block:
        """The only block with this title."""
        (found,) = [block for block in self.blocks() if block.title == title]
        return found

    def point(self, offset: int, minute: int) -> QPoint:
        """Where a wall-clock minute of a day stands on the canvas."""
        canvas = self.window.grid.canvas
        geometry = canvas.scene.geometry
        width = canvas.width() / max(1, len(canvas.scene.week.days))
        return QPoint(round((offset + 0.5) * width), round(geometry.y(minute)) + 3)

    def double_click(self, offset: int, minute: int) -> None:
        """On free time or on an entry."""
        QTest.mouseDClick(
            self.window.grid.canvas, Qt.MouseButton.LeftButton, pos=self.point(offset, minute)
        )

    def click(self, offset: int, minute: int) -> None:
        """On free time or on an entry."""
        QTest.mouseClick(
            self.window.grid.canvas, Qt.MouseButton.LeftButton, pos=self.point(offset, minute)
        )

    def press(self, owner: QWidget, name: str) -> None:
        """A button by its name."""
        QTest.mouseClick(self.child(owner, name), Qt.MouseButton.LeftButton)

    def child(self, owner: QWidget, name: str) -> QWidget:
        """A widget by its name."""
        found = owner.findChild(QWidget, name)
        assert found is not None, name
        return found

    def settle(self) -> None:
        """Let the store's news arrive, and what was closed go."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def opened(salon: Salon, qtbot: QtBot, *, local_zone: str = BERLIN) -> Iterator[Stage]:
    """The window, open for a while."""
    stage = Stage(salon, qtbot, local_zone=local_zone)
    try:
        yield stage
    finally:
        stage.close()


@contextmanager
def active(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    """The window in front of all others, which is where keys go."""
    with opened(salon, qtbot) as stage:
        stage.window.hide()
        stage.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        stage.window.show()
        stage.window.activateWindow()
        qtbot.waitUntil(stage.window.isActiveWindow)
        yield stage

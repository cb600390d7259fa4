"""The field above the pages of Settings: finds controls as somebody types, and leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.settings.controls import Control, controls_of, folded
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.page import LazyPage
from lcdesk.ui.wording.labels import tr

MOST = 30
_AT = Qt.ItemDataRole.UserRole
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page under the name that the list has for it."""

    title: str
    page: LazyPage[Any]


class SettingsSearch(QWidget):
    """The field over the list of pages. What is found takes the list's place while it is wanted.

    Pages that nobody turned to yet are made one by one when the first letter is typed.
    """

    found = Signal(QWidget, QWidget)  # the page, the control on it

    def __init__(self, look: Look, pages: Sequence[SearchedPage], usual: QListWidget) -> None:
        super().__init__()
        self.setObjectName("settings_side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._pages = tuple(pages)
        self._controls: list[tuple[SearchedPage, Control]] = []
        self._unread: list[SearchedPage] = []
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_next)
        self.field = QLineEdit()
        self.field.setObjectName("settings_search")
        self.field.setPlaceholderText(tr("Search settings"))
        self.field.setAccessibleName(tr("Search settings"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumHeight(TARGET + 6)
        self._lens = self.field.addAction(
            look.icons.icon(Sign.SEARCH), QLineEdit.ActionPosition.LeadingPosition
        )
        self.results = QListWidget()
        self.results.setObjectName("settings_found")
        self.results.setAccessibleName(tr("What was found"))
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._lists = QStackedWidget()
        self._lists.addWidget(usual)
        self._lists.addWidget(self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(8, 10, 8, 4)
        above.addWidget(self.field)
        column.addLayout(above)
        column.addWidget(self._lists, 1)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.results.itemActivated.connect(self._go)
        self.results.itemClicked.connect(self._go)
        look.appearance.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def begin(self) -> None:
        """Give the keyboard to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot(str)
    def _search(self, text: str) -> None:
        if not text.strip():
            self._reading.stop()
            self._controls = []
            self._lists.setCurrentIndex(0)
            return
        if self._lists.currentIndex() == 0:  # what stands on the pages may be new since last time
            self._controls, self._unread = [], list(self._pages)
            self._reading.start()
            self._lists.setCurrentIndex(1)
        self._show()

    @Slot()
    def _read_next(self) -> None:
        searched = self._unread.pop(0)
        if not self._unread:
            self._reading.stop()
        controls = controls_of(searched.page.page, searched.title)
        self._controls += [(searched, control) for control in controls]
        self._show()

    def _show(self) -> None:
        """Those whose labels fit first, each group in the order of the pages."""
        wanted = folded(self.field.text())
        ranks = [control.rank(wanted) if wanted else None for _, control in self._controls]
        fitting = [at for at, rank in enumerate(ranks) if rank is not None]
        fitting.sort(key=lambda at: ranks[at] or 0)
        self.results.clear()
        for at in fitting[:MOST]:
            searched, control = self._controls[at]
            section = "" if control.section == searched.title else control.section
            place = " · ".join(filter(None, (searched.title, section)))
            self._add(f"{control.label}\n{place}", at)
        if not fitting:
            text = tr("Searching…") if self._unread else tr("Nothing found")
            self._add(text, None)
        self.results.setCurrentRow(0)

    def _add(self, text: str, at: int | None) -> None:
        item = QListWidgetItem(text)
        item.setData(_AT, at)
        item.setToolTip(as_typed(text))
        if at is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        height = self.results.fontMetrics().lineSpacing() * (1 + text.count("\n")) + 14
        item.setSizeHint(QSize(0, max(height, TARGET)))
        self.results.addItem(item)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        at = item.data(_AT)
        if at is None:
            return
        searched, control = self._controls[at]
        if isValid(control.widget):  # a row of a list may have gone since
            self.found.emit(searched.page.page, control.widget)

    @Slot()
    def _restyle(self) -> None:
        colour = self._look.colour("quiet_text")
        self._lens.setIcon(self._look.icons.icon(Sign.SEARCH, colour))

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through what was found while the keyboard stays in the field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _STEPS and self.field.text():
            QApplication.sendEvent(self.results, event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.field.text():  # so there is a row, be it "Nothing found"
                self._go(self.results.currentItem())
            return True  # never the button of the dialog
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return super().eventFilter(watched, event)


class FoundMark(QFrame):
    """A frame around what was found, until the keyboard leaves it or something else is marked."""

    _ROOM = 4

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self.setObjectName("found_mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look = look
        self._control: QWidget | None = None
        look.appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def put_around(self, control: QWidget) -> None:
        """Mark this control, which is on the page that is shown."""
        self.take_away()
        self._control = control
        control.installEventFilter(self)
        self.setParent(control.parentWidget())
        self._place()
        self.show()
        self.raise_()

    @Slot()
    def take_away(self) -> None:
        """Mark nothing."""
        if self._control is not None and isValid(self._control):
            self._control.removeEventFilter(self)
        self._control = None
        self.hide()

    def _place(self) -> None:
        if self._control is not None:
            room = self._ROOM
            self.setGeometry(self._control.geometry().adjusted(-room, -room, room, room))

    @Slot()
    def _restyle(self) -> None:
        accent = self._look.colour("accent")
        self.setStyleSheet(
            f"#found_mark {{ border: 2px solid {accent}; border-radius: 7px; background: none; }}"
        )

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.take_away()
        return super().eventFilter(watched, event)

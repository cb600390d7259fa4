"""The sidebar: month, staff members, calendars, linked calendars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import far_side, grow, inset, scale_font
from lcdesk.ui.look.palette import LIGHT, Palette
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.window.side.mini_month import MiniMonth
from lcdesk.ui.window.side.sidebar import CheckRow, DotRow

if TYPE_CHECKING:
    from lcdesk.ui.window.side.sidebar import Row, Section, Sidebar

_WIDTH = 228  # for usual text


class SidePanel(QFrame):
    """Shows rows and says what was ticked; it ticks nothing by itself."""

    day_picked = Signal(date)
    staff_toggled = Signal(int, bool)
    calendar_toggled = Signal(int, bool)
    only_calendar_picked = Signal(int)
    open_times_picked = Signal(int)
    copy_picked = Signal(int)  # the calendar whose open times are to be sent to somebody
    zone_picked = Signal(int)  # the staff member whose clock to show; 0: the computer's

    def __init__(
        self,
        locale: LocaleFormat,
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setFixedWidth(grow(self.font(), _WIDTH))
        self._palette: Palette = LIGHT
        self._shown: Sidebar | None = None
        self.month = MiniMonth(locale, icons, today)
        self.month.day_picked.connect(self.day_picked)
        self._lists = _Lists()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._lists)
        self._scroll.viewport().setAutoFillBackground(False)
        self._lists.setAutoFillBackground(False)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(inset(10, 8, 6, 6))
        column.setSpacing(8)
        column.addWidget(self.month)
        column.addWidget(self._scroll, 1)

    def put_below_month(self, widget: QWidget) -> None:
        """Give a widget a place between the month and the lists, and half of the room at most."""
        self._column.insertWidget(1, widget, 1)

    def show_rows(self, sidebar: Sidebar) -> None:
        """Show these rows instead; nothing is built anew when only ticks changed."""
        if self._shown is not None and _names(self._shown) == _names(sidebar):
            self._tick(sidebar)
        else:
            self._build(sidebar)
        self._shown = sidebar

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self.setStyleSheet(
            f"#side_panel {{ background: {palette.panel}; }}"
            f"#side_panel {{ border: none; border-{far_side()}: 1px solid {palette.line}; }}"
        )
        self.month.dress(palette)
        for box in self.findChildren(CheckRow):
            box.dress(palette)
        for dot in self.findChildren(DotRow):
            dot.dress(palette)
        for label in self._lists.findChildren(QLabel):
            _dress_heading(label, palette)

    def _build(self, sidebar: Sidebar) -> None:
        self._lists.clear()
        if sidebar.staff:
            self._head(self.tr("Staff"))
            for row in sidebar.staff:
                self._add_staff(row)
        if sidebar.calendars:
            self._head(self.tr("Calendars"))
            for section in sidebar.calendars:
                self._add_calendars(section, alone=len(sidebar.calendars) == 1)
        for section in sidebar.linked:
            self._head(self.tr("Linked: {name}").format(name=section.heading))
            for row in section.rows:
                self._add_linked(row)
        self._lists.finish()

    def _tick(self, sidebar: Sidebar) -> None:
        wanted = {f"staff_{row.id}": row.is_shown for row in sidebar.staff}
        for section in sidebar.calendars:
            wanted |= {f"calendar_{row.id}": row.is_shown for row in section.rows}
        for box in self._lists.findChildren(CheckRow):
            if box.objectName() in wanted:
                box.setChecked(wanted[box.objectName()])

    def _head(self, text: str) -> None:
        label = set_name(QLabel(text, textFormat=Qt.TextFormat.PlainText), "heading")
        _dress_heading(label, self._palette)
        self._lists.add(label, gap=True)

    def _add_staff(self, row: Row) -> None:
        box = self._box(row, f"staff_{row.id}")
        box.clicked.connect(self._toggle_staff)
        box.customContextMenuRequested.connect(self._offer_zone)
        self._lists.add(box)

    def _add_calendars(self, section: Section, *, alone: bool) -> None:
        if not alone:
            label = set_name(QLabel(section.heading, textFormat=Qt.TextFormat.PlainText), "kind")
            _dress_heading(label, self._palette)
            self._lists.add(label)
        for row in section.rows:
            box = self._box(row, f"calendar_{row.id}")
            box.clicked.connect(self._toggle_calendar)
            box.customContextMenuRequested.connect(self._offer_only)
            self._lists.add(box)

    def _add_linked(self, row: Row) -> None:
        dot = DotRow(row.name, colour=row.colour, note=row.note)
        dot.setObjectName(f"linked_{row.id}")
        dot.setToolTip(as_typed(row.tip))
        dot.dress(self._palette)
        self._lists.add(dot)

    def _box(self, row: Row, name: str) -> CheckRow:
        box = CheckRow(row.id, row.name, colour=row.colour, note=row.note)
        box.setObjectName(name)
        box.setChecked(row.is_shown)
        box.setToolTip(as_typed(row.tip))
        box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        box.dress(self._palette)
        return box

    @Slot(bool)
    def _toggle_staff(self, is_shown: bool) -> None:
        self.staff_toggled.emit(_key(self.sender()), is_shown)

    @Slot(bool)
    def _toggle_calendar(self, is_shown: bool) -> None:
        self.calendar_toggled.emit(_key(self.sender()), is_shown)

    @Slot(QPoint)
    def _offer_only(self, point: QPoint) -> None:
        box = self.sender()
        if isinstance(box, CheckRow):
            menu = QMenu(self)
            only = menu.addAction(self.tr("Show only this calendar"))
            times = menu.addAction(self.tr("Show open times of {name}").format(name=box.text()))
            copy = menu.addAction(self.tr("Copy open times to send"))
            chosen = menu.exec(box.mapToGlobal(point))
            if chosen is only:
                self.only_calendar_picked.emit(box.key)
            elif chosen is times:
                self.open_times_picked.emit(box.key)
            elif chosen is copy:
                self.copy_picked.emit(box.key)
            menu.deleteLater()

    @Slot(QPoint)
    def _offer_zone(self, point: QPoint) -> None:
        box = self.sender()
        if isinstance(box, CheckRow):
            menu = QMenu(self)
            theirs = menu.addAction(
                self.tr("Show times as on the clock of {name}").format(name=box.text())
            )
            own = menu.addAction(self.tr("Show times as on this computer"))
            chosen = menu.exec(box.mapToGlobal(point))
            if chosen in (theirs, own):
                self.zone_picked.emit(box.key if chosen is theirs else 0)
            menu.deleteLater()


class _Lists(QWidget):
    """The scrolled column of rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side_lists")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(inset(0, 0, 4, 0))
        self._column.setSpacing(0)

    def add(self, row: QWidget, *, gap: bool = False) -> None:
        """Put a row below the others."""
        if gap:
            self._column.addSpacing(8)
        self._column.addWidget(row)

    def finish(self) -> None:
        """No more rows; keep them at the top."""
        self._column.addStretch(1)

    def clear(self) -> None:
        """Take every row out."""
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.setParent(None)
                row.deleteLater()


def _key(sender: object) -> int:
    return sender.key if isinstance(sender, CheckRow) else 0


def _names(sidebar: Sidebar) -> object:
    """Everything but the ticks."""
    sections = (
        ("", sidebar.staff),
        *((section.heading, section.rows) for section in sidebar.calendars),
    )
    ticked = [
        (head, [(row.id, row.name, row.colour, row.note) for row in rows])
        for head, rows in sections
    ]
    return ticked, sidebar.linked


def _dress_heading(label: QLabel, palette: Palette) -> None:
    weight = QFont.Weight.Normal if label.objectName() == "kind" else QFont.Weight.DemiBold
    label.setFont(scale_font(QLabel().font(), 0.88, weight=weight))
    label.setContentsMargins(inset(6, 4, 0, 2))
    label.setStyleSheet(f"color: {palette.quiet_text};")

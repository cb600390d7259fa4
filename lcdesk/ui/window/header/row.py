"""One row for time, views, kinds of calendar and what can be made.

In a narrow window it says less.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import far_side, grow, scale_font
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import ShortLine, set_name
from lcdesk.ui.window.actions import Actions
from lcdesk.ui.window.header.tabs import KINDS, Foldable, KindTabs, ViewTabs
from lcdesk.ui.wording.labels import kind_name

_TITLE, _SHORT_TITLE = 150, 50  # pixels that the title keeps for usual text
_LEVELS = 8  # from every word to as few as possible


class HeaderRow(QWidget):
    """Today < > "16 – 22 November 2026", views, kinds, Find, Sync, Block time, New booking."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header_row")
        self._title = set_name(ShortLine(), "range_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._today = self._button(actions, "today")
        self._back = self._button(actions, "back")
        self._forward = self._button(actions, "forward")
        self._new = self._button(actions, "new_booking")
        self._block = self._button(actions, "block_time")
        self._find = self._button(actions, "find")
        self._sync = self._button(actions, "sync_now")
        for icon_only in (self._back, self._forward, self._find, self._sync):
            icon_only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._new.setText(self.tr("New booking"))
        self._block.setText(self.tr("Block time"))
        self.views = ViewTabs(actions)
        self.kinds = KindTabs(icons)
        self._views = Foldable(self.views)
        self._kinds = Foldable(self.kinds, [kind_name(kind) for kind, _sign in KINDS])
        self.views.shown.connect(self._views.show_chosen)
        self.kinds.shown.connect(self._kinds.show_chosen)
        self._line = QFrame()
        self._is_fitting = False
        self._arrange()

    def show_days(self, title: str, short: str = "") -> None:
        """Name the days that are shown, in few letters where there is no room for all.

        The week's number stands in the grid's corner.
        """
        self._title.say(title, short)

    def dress(self, palette: Palette) -> None:
        """Colours and sizes of the palette in force."""
        self._title.setFont(scale_font(self.font(), 1.2, weight=QFont.Weight.DemiBold))
        self._line.setStyleSheet(f"background: {palette.line};")
        self.views.dress(palette)
        self.kinds.dress(palette)
        self.setStyleSheet(
            f"#header_row {{ background: {palette.window}; }}"
            "QToolButton#button_today, QToolButton#button_block_time,"
            " QToolButton#view_tabs_folded, QToolButton#kind_tabs_folded {"
            f" background: {palette.button}; border: 1px solid {palette.line}; }}"
            "QToolButton#view_tabs_folded, QToolButton#kind_tabs_folded"
            f" {{ padding-{far_side()}: 20px; }}"
            "QToolButton::menu-indicator { subcontrol-position: right center; right: 6px; }"
            "QToolButton#button_today:hover, QToolButton#button_block_time:hover,"
            " QToolButton#view_tabs_folded:hover, QToolButton#kind_tabs_folded:hover {"
            f" background: {palette.hairline}; }}"
            "QToolButton#button_today:focus, QToolButton#button_block_time:focus,"
            " QToolButton#view_tabs_folded:focus, QToolButton#kind_tabs_folded:focus {"
            f" border-color: {palette.accent}; }}"
            f"QToolButton#button_new_booking {{ background: {palette.accent};"
            f" color: {palette.on_accent}; }}"
            f"QToolButton#button_new_booking:hover {{ border-color: {palette.text}; }}"
            f"QToolButton#button_new_booking:disabled {{ background: {palette.line};"
            f" color: {palette.faint_text}; }}"
        )
        self._kinds.show_chosen()
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Say as much as there is room for."""
        if self._is_fitting:  # tabs that come and go lay the row out anew
            return
        self._is_fitting = True
        for level in range(_LEVELS):
            self._show_level(level)
            if self._needed_width() <= self.width():
                break
        self._row.invalidate()
        self._row.activate()  # at once: where the window is not seen yet, nobody asks for it again
        self._is_fitting = False

    def _needed_width(self) -> int:
        """Asked of the widgets: the layout still knows how wide they were with other words."""
        margins, count = self._row.contentsMargins(), self._row.count()
        buttons = (
            self._today,
            self._back,
            self._forward,
            self._find,
            self._sync,
            self._block,
            self._new,
        )
        return (
            sum(max(button.sizeHint().width(), button.minimumWidth()) for button in buttons)
            + self._title.minimumWidth()
            + sum(switch.needed_width for switch in (self._views, self._kinds))
            + self._row.spacing() * (count + 1)
            + margins.left()
            + margins.right()
        )

    def _show_level(self, level: int) -> None:
        """0 is everything; each further level leaves one thing out."""
        self.kinds.shorten(level >= 1)
        beside, icon = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly
        self._block.setToolButtonStyle(icon if level >= 2 else beside)
        self._views.fold(level >= 3)
        self._kinds.fold(level >= 4)
        self._new.setToolButtonStyle(icon if level >= 5 else beside)
        self._today.setToolButtonStyle(icon if level >= 6 else beside)
        self._title.setMinimumWidth(grow(self.font(), _SHORT_TITLE if level >= 7 else _TITLE))

    def _button(self, actions: Actions, name: str) -> QToolButton:
        button = set_name(QToolButton(), f"button_{name}")
        button.setDefaultAction(actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setIconSize(QSize(18, 18))
        button.setMinimumSize(30, 30)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(actions[name].text().removesuffix("…"))
        return button

    def _arrange(self) -> None:
        self._line.setFixedSize(1, 20)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(6)
        row.addWidget(self._today)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addSpacing(4)
        row.addWidget(self._title, 1)
        row.addWidget(self._views)
        row.addWidget(self._line)
        row.addWidget(self._kinds)
        row.addSpacing(4)
        row.addWidget(self._find)
        row.addWidget(self._sync)
        row.addWidget(self._block)
        row.addWidget(self._new)

    # --- Qt ---------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As wide as it is with the fewest words: it is then the row that gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

"""The bars over the week: the top bar, a tab for each kind of calendar, quiet lines of text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import ShortLine, set_name
from lcdesk.ui.window.actions import Actions
from lcdesk.ui.wording.labels import kind_name


class TopBar(QWidget):
    """Today < > "16 – 22 November 2026"  … Find, Sync, Block time, New booking."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._title = set_name(ShortLine(), "range_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._today = self._button(actions, "today")
        self._back = self._button(actions, "back")
        self._forward = self._button(actions, "forward")
        self._new = self._button(actions, "new_booking")
        self._block = self._button(actions, "block_time")
        self._sync = self._button(actions, "sync_now")
        self._find = self._button(actions, "find")
        for icon_only in (self._back, self._forward, self._sync, self._find):
            icon_only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._today.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._new.setText(self.tr("New booking"))
        self._block.setText(self.tr("Block time"))
        self._arrange()

    def show_days(self, title: str) -> None:
        """Name the days that are shown; the week's number stands in the grid's corner."""
        self._title.say(title)

    def dress(self, palette: Palette) -> None:
        """Colours and sizes of the palette in force."""
        self._title.setFont(scale_font(self.font(), 1.35, weight=QFont.Weight.DemiBold))
        self.setStyleSheet(
            f"#top_bar {{ background: {palette.window}; }}"
            f"QToolButton#button_today, QToolButton#button_block_time {{"
            f" background: {palette.button}; border: 1px solid {palette.line}; }}"
            f"QToolButton#button_today:hover, QToolButton#button_block_time:hover {{"
            f" background: {palette.hairline}; }}"
            f"QToolButton#button_new_booking {{ background: {palette.accent};"
            f" color: {palette.on_accent}; }}"
            f"QToolButton#button_new_booking:hover {{ border-color: {palette.text}; }}"
            f"QToolButton#button_new_booking:disabled {{ background: {palette.line};"
            f" color: {palette.faint_text}; }}"
        )

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(6)
        row.addWidget(self._today)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addSpacing(6)
        row.addWidget(self._title, 1)
        row.addSpacing(10)
        row.addWidget(self._find)
        row.addWidget(self._sync)
        row.addWidget(self._block)
        row.addWidget(self._new)


KINDS: tuple[tuple[CalendarKind | None, Sign], ...] = (
    (None, Sign.CALENDAR),
    (CalendarKind.ROUND_ROBIN, Sign.ROUND_ROBIN),
    (CalendarKind.COLLECTIVE, Sign.COLLECTIVE),
    (CalendarKind.CLASS, Sign.CLASS),
    (CalendarKind.SERVICE, Sign.PERSON),
    (CalendarKind.SIMPLE, Sign.NOTE),
)


class KindTabs(QTabBar):
    """Says which kind was picked; which one is shown is told to it."""

    picked = Signal(object)  # CalendarKind, or None for everything

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kind_tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Kind of calendar"))
        self._icons = icons
        for kind, sign in KINDS:
            self.addTab(icons.icon(sign), kind_name(kind))
        self.currentChanged.connect(self._pick)

    def show_kind(self, kind: CalendarKind | None) -> None:
        """Mark the kind that is shown."""
        self.blockSignals(True)
        self.setCurrentIndex([shown for shown, _ in KINDS].index(kind))
        self.blockSignals(False)

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        for index, (_, sign) in enumerate(KINDS):
            self.setTabIcon(index, self._icons.icon(sign, palette.quiet_text))
        self.setStyleSheet(
            "QTabBar { background: transparent; }"
            f"QTabBar::tab {{ color: {palette.quiet_text}; background: transparent;"
            " border: 1px solid transparent; border-radius: 6px; padding: 5px 11px;"
            " margin-right: 2px; }"
            f"QTabBar::tab:hover {{ background: {palette.hairline}; }}"
            f"QTabBar::tab:selected {{ color: {palette.text};"
            f" background: {palette.accent_soft}; }}"
            f"QTabBar::tab:focus {{ border-color: {palette.accent}; }}"
            f"QTabBar QToolButton {{ background: {palette.button}; padding: 0;"
            f" border: 1px solid {palette.line}; }}"
        )

    @Slot(int)
    def _pick(self, index: int) -> None:
        self.picked.emit(KINDS[index][0])


class Strip(QFrame):
    """Hidden until it has something to say."""

    pressed = Signal()

    def __init__(
        self,
        name: str,
        sign: Sign,
        icons: Icons,
        *,
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sign = sign
        self._icons = icons
        self._icon = QLabel()
        self._text = set_name(QLabel(wordWrap=True), f"{name}_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = set_name(QPushButton(button), f"{name}_button")
        self._button.setVisible(bool(button))
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._text.text())

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the strip."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def dress(self, palette: Palette, *, ground: str, ink: str) -> None:
        """Colours of the palette in force."""
        self._icon.setPixmap(self._icons.pixmap(self._sign, ink, 16, self.devicePixelRatioF()))
        name = self.objectName()
        self.setStyleSheet(
            f"#{name} {{ background: {ground}; border: 1px solid {palette.line};"
            f" border-radius: 7px; }}"
            f"#{name}_text {{ color: {palette.text}; }}"
        )

"""One tab for each kind of calendar, and one for everything together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.wording.labels import kind_name

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
        self.setCurrentIndex([one for one, _ in KINDS].index(kind))
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
        )

    @Slot(int)
    def _pick(self, index: int) -> None:
        self.picked.emit(KINDS[index][0])

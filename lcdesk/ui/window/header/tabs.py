"""Two switches side by side, the view and the kind of calendar, and what becomes of them where
there is little room: fewer words first, then a button with a menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.window.actions import Actions
from lcdesk.ui.wording.labels import kind_name, tr

VIEWS = ("day", "days", "work_week", "week", "month", "agenda")
KINDS: tuple[tuple[CalendarKind | None, Sign], ...] = (
    (None, Sign.CALENDAR),
    (CalendarKind.ROUND_ROBIN, Sign.ROUND_ROBIN),
    (CalendarKind.COLLECTIVE, Sign.COLLECTIVE),
    (CalendarKind.CLASS, Sign.CLASS),
    (CalendarKind.SERVICE, Sign.PERSON),
    (CalendarKind.SIMPLE, Sign.NOTE),
)


class _Tabs(QTabBar):
    """A row of tabs as wide as its words."""

    shown = Signal()  # another tab is marked, or it is called otherwise

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(spoken)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  # a Qt override
        """A sign alone takes no room for words; Qt would keep some."""
        hint = super().tabSizeHint(index)
        is_sign = not self.tabText(index) and not self.tabIcon(index).isNull()
        return QSize(self.iconSize().width() + 18, hint.height()) if is_sign else hint

    def show_index(self, index: int) -> None:
        """Mark a tab without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(False)
        self.shown.emit()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self.setStyleSheet(
            "QTabBar { background: transparent; }"
            f"QTabBar::tab {{ color: {palette.quiet_text}; background: transparent;"
            " border: 1px solid transparent; border-radius: 6px; padding: 5px 8px;"
            " margin-right: 1px; }"
            f"QTabBar::tab:hover {{ background: {palette.hairline}; }}"
            f"QTabBar::tab:selected {{ color: {palette.text};"
            f" background: {palette.accent_soft}; }}"
            f"QTabBar::tab:focus {{ border-color: {palette.accent}; }}"
            f"QTabBar QToolButton {{ background: {palette.button}; padding: 0;"
            f" border: 1px solid {palette.line}; }}"
        )


class ViewTabs(_Tabs):
    """The views, as the View menu has them: picking one triggers its action."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("view_tabs", "", parent)
        self.setAccessibleName(self.tr("View"))
        self._actions = [actions[name] for name in VIEWS]
        for action in self._actions:
            self.addTab(action.text())
            action.changed.connect(self._follow)
        self._follow()
        self.currentChanged.connect(self._pick)

    @Slot()
    def _follow(self) -> None:
        # Qt marks another tab where the marked one cannot be chosen: nobody picked that.
        self.blockSignals(True)
        for at, action in enumerate(self._actions):
            if self.tabText(at) != action.text():
                self.setTabText(at, action.text())
            self.setTabToolTip(at, action.toolTip())
            self.setTabEnabled(at, action.isEnabled())
        self.blockSignals(False)
        # None is checked before there is data: a week is shown then.
        checked = [at for at, action in enumerate(self._actions) if action.isChecked()]
        self.show_index(checked[0] if checked else VIEWS.index("week"))

    @Slot(int)
    def _pick(self, index: int) -> None:
        if not self._actions[index].isChecked():
            self._actions[index].trigger()


class KindTabs(_Tabs):
    """Says which kind was picked; which one is shown is told to it."""

    picked = Signal(object)  # CalendarKind, or None for everything

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("kind_tabs", "", parent)
        self.setAccessibleName(self.tr("Kind of calendar"))
        self._icons = icons
        self._is_brief = False
        for at, (kind, sign) in enumerate(KINDS):
            self.addTab(icons.icon(sign), kind_name(kind))
            self.setAccessibleTabName(at, kind_name(kind))
        self.currentChanged.connect(self._pick)

    def show_kind(self, kind: CalendarKind | None) -> None:
        """Mark the kind that is shown."""
        self.show_index([shown for shown, _ in KINDS].index(kind))
        self._name()

    def shorten(self, is_brief: bool) -> None:
        """Name the chosen kind only: of the others the sign is left."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self._name()

    def dress(self, palette: Palette) -> None:
        for index, (_, sign) in enumerate(KINDS):
            self.setTabIcon(index, self._icons.icon(sign, palette.quiet_text))
        super().dress(palette)

    def _name(self) -> None:
        for at, (kind, _sign) in enumerate(KINDS):
            is_named = not self._is_brief or at == self.currentIndex()
            self.setTabText(at, kind_name(kind) if is_named else "")
            self.setTabToolTip(at, "" if is_named else kind_name(kind))
        self.shown.emit()

    @Slot(int)
    def _pick(self, index: int) -> None:
        self._name()
        self.picked.emit(KINDS[index][0])


class Foldable(QWidget):
    """Tabs that give way to a button: it names the chosen tab and has all of them in a menu."""

    def __init__(self, tabs: QTabBar, names: Sequence[str] = ()) -> None:
        """`names` are those of the tabs where their texts may be shortened."""
        super().__init__()
        self._tabs = tabs
        self._names = names
        self._is_folded = False
        self._button = set_name(QToolButton(), f"{tabs.objectName()}_folded")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setIconSize(QSize(16, 16))
        self._button.setMinimumHeight(30)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill)
        self._button.setMenu(self._menu)
        self._button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(tabs)
        row.addWidget(self._button)

    @property
    def needed_width(self) -> int:
        """The width in which nothing of what is shown is cut."""
        self._row.invalidate()  # it still knows how wide the tabs were with other words
        self.updateGeometry()
        return int((self._button if self._is_folded else self._tabs).sizeHint().width())

    def fold(self, is_folded: bool) -> None:
        """Show the button instead of the tabs, or the tabs again; the keyboard stays there."""
        if is_folded == self._is_folded:
            return
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self._is_folded = is_folded
        self._tabs.setVisible(not is_folded)
        self._button.setVisible(is_folded)
        if had_focus:
            (self._button if is_folded else self._tabs).setFocus()
        self.show_chosen()

    @Slot()
    def show_chosen(self) -> None:
        """Name on the button what is chosen."""
        at = self._tabs.currentIndex()
        self._button.setText(self._name(at))
        self._button.setIcon(self._tabs.tabIcon(at))
        spoken = self._tabs.accessibleName()
        name = tr("{switch}: {chosen}").format(switch=spoken, chosen=self._name(at))
        self._button.setAccessibleName(name)
        self._button.setToolTip(spoken)

    def _name(self, at: int) -> str:
        return self._names[at] if self._names else self._tabs.tabText(at)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for at in range(self._tabs.count()):
            entry = self._menu.addAction(self._tabs.tabIcon(at), self._name(at))
            entry.setCheckable(True)
            entry.setChecked(at == self._tabs.currentIndex())
            entry.setEnabled(self._tabs.isTabEnabled(at))
            entry.triggered.connect(partial(self._tabs.setCurrentIndex, at))

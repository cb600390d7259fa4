"""The Settings dialog: pages at the left, each choice holds at once, no Apply button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.bridge import AccountControl, SyncControl
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.palette import Appearance
from lcdesk.ui.settings.about import AboutPage
from lcdesk.ui.settings.calendar_configuration import CalendarConfiguration
from lcdesk.ui.settings.general import GeneralPage
from lcdesk.ui.settings.labels import Line, Look
from lcdesk.ui.settings.page import Page
from lcdesk.ui.viewmodels.account_settings import AccountSettings
from lcdesk.ui.viewmodels.general import GeneralSettings

_PAGE = Qt.ItemDataRole.UserRole


class SettingsDialog(QDialog):
    """Modeless. `calendars` is the page that connects accounts and chooses roles."""

    def __init__(
        self,
        *,
        accounts: AccountSettings,
        general: GeneralSettings,
        control: AccountControl,
        sync: SyncControl,
        appearance: Appearance,
        icons: Icons,
        has_tray: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle("Settings")
        self._look = Look(appearance, icons)
        self.calendars = CalendarConfiguration(self._look, accounts, control, sync)
        self.general = GeneralPage(self._look, general, has_tray=has_tray)
        self.about = AboutPage(self._look)
        self._pages = QStackedWidget()
        self._list = QTreeWidget()
        self._items: list[QTreeWidgetItem] = []
        self._fill_list()
        self._arrange()
        appearance.changed.connect(self._dress)
        self._dress()
        self.resize(860, 680)

    def show_page(self, page: Page) -> None:
        """Turn to one of the pages: `calendars`, `general` or `about`."""
        at = self._pages.indexOf(page)
        self._list.setCurrentItem(self._items[at])

    def _fill_list(self) -> None:
        self._list.setObjectName("settings_pages")
        self._list.setAccessibleName("Settings pages")
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setItemsExpandable(False)
        self._list.setIndentation(16)
        self._list.setFixedWidth(220)
        profile = QTreeWidgetItem(["My Profile"])
        profile.setFlags(Qt.ItemFlag.ItemIsEnabled)  # a heading, no page of its own
        self._list.addTopLevelItem(profile)
        self._add_page(self.calendars, "Calendar Configuration", profile)
        self._add_page(self.general, "General")
        self._add_page(self.about, "About")
        self._list.expandAll()
        self._list.currentItemChanged.connect(self._turn)
        self._list.setCurrentItem(self._items[0])

    def _add_page(self, page: Page, title: str, below: QTreeWidgetItem | None = None) -> None:
        item = QTreeWidgetItem([title])
        item.setData(0, _PAGE, self._pages.addWidget(page))
        if below is None:
            self._list.addTopLevelItem(item)
        else:
            below.addChild(item)
        self._items.append(item)

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(16, 8, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(Line(self._look))
        column.addWidget(buttons)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _turn(self, item: QTreeWidgetItem | None) -> None:
        page = item.data(0, _PAGE) if item is not None else None
        if page is not None:
            self._pages.setCurrentIndex(page)

    @Slot()
    def _dress(self) -> None:
        look = self._look
        self._list.setStyleSheet(
            f"QTreeWidget {{ background: {look.colour('panel')}; border: none;"
            f" border-right: 1px solid {look.colour('line')}; padding: 14px 8px; outline: none; }}"
            "QTreeWidget::item { padding: 5px 8px; border-radius: 6px; }"
            f"QTreeWidget::item:selected {{ background: {look.colour('accent_soft')};"
            f" color: {look.colour('text')}; }}"
            "QTreeWidget::branch { background: transparent; }"
        )

"""The Settings dialog: pages at the left, each choice holds at once, no Apply button.

Which pages there are says the table of `pages.py`; a page is made when somebody turns to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.accounts.calendar_configuration import CalendarConfiguration
from lcdesk.ui.accounts.integrations import IntegrationsPage
from lcdesk.ui.backup.page import DataPage
from lcdesk.ui.look.metrics import TARGET, Metrics, far_side, grow, scale_font
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.people_pages import ContactPage, ResourcePage, StaffPage
from lcdesk.ui.reminders.notifications_page import NotificationsPage
from lcdesk.ui.settings.about import AboutPage
from lcdesk.ui.settings.general import GeneralPage
from lcdesk.ui.settings.pages import PageEntry, PageGroup, SettingsModels, page_groups
from lcdesk.ui.settings.search import FoundMark, SearchedPage, SettingsSearch
from lcdesk.ui.settings.undo_keys import FieldsWithTheirOwnUndo, OfferBar
from lcdesk.ui.time_off.page import TimeOffPage
from lcdesk.ui.widgets.labels import Line, Look
from lcdesk.ui.widgets.page import LazyPage
from lcdesk.ui.wording.labels import tr

_PAGE = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 200
_BESIDE_NAME = 48  # the list's frame and what is around a name

AnyPage = TypeVar("AnyPage", bound=QWidget)


class SettingsDialog(QDialog):
    """Modeless. A page that is asked for by its class is made then, too."""

    contact_card_asked = Signal(int)
    shown_in_week = Signal(date, str)  # day, entry id
    appointment_editing_asked = Signal(date, str)

    def __init__(
        self,
        look: Look,
        models: SettingsModels,
        *,
        undo_actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self._look = look
        self._pages = QStackedWidget()
        self._lazy_pages: dict[type[QWidget], LazyPage[Any]] = {}
        self._list = QListWidget()
        self._items: dict[type[QWidget], QListWidgetItem] = {}
        self.undo_bar = OfferBar(look)
        self.addActions(list(undo_actions))
        FieldsWithTheirOwnUndo(self)
        self._fill_list(page_groups(look, models))
        self._search = self._make_search()
        self._mark = FoundMark(look, self)
        self._arrange()
        look.appearance.changed.connect(self._restyle)
        self._restyle()
        self.resize(grow(self.font(), 980), grow(self.font(), 720))

    def has_page(self, kind: type[QWidget]) -> bool:
        """Whether there is a page of this class here."""
        return kind in self._lazy_pages

    def page(self, kind: type[AnyPage]) -> AnyPage:
        """The page of this class. Raises KeyError where the dialog was made without it."""
        page = self._lazy_pages[kind].page
        assert isinstance(page, kind)
        return page

    def show_page(self, page: QWidget) -> None:
        """Turn to one of the pages."""
        self._list.setCurrentItem(self._items[type(page)])

    def edit_contact(self, contact: int) -> None:
        """Turn to a contact."""
        page = self.page(ContactPage)
        self.show_page(page)
        page.edit(contact)

    @property
    def integrations(self) -> IntegrationsPage:
        """The page that connects accounts."""
        return self.page(IntegrationsPage)

    @property
    def calendars(self) -> CalendarConfiguration:
        """The page that says what linked calendars are for."""
        return self.page(CalendarConfiguration)

    @property
    def general(self) -> GeneralPage:
        """How lcdesk looks and behaves."""
        return self.page(GeneralPage)

    @property
    def backup(self) -> DataPage:
        """The copies of the data file."""
        return self.page(DataPage)

    @property
    def notifications(self) -> NotificationsPage:
        """What notifications say, and when."""
        return self.page(NotificationsPage)

    @property
    def about(self) -> AboutPage:
        """What lcdesk is made of."""
        return self.page(AboutPage)

    @property
    def time_off(self) -> TimeOffPage:
        """Holidays and absences."""
        return self.page(TimeOffPage)

    @property
    def editors(self) -> EditorPages:
        """What bookings are made of."""
        return EditorPages(self)

    def _make_page(self, entry: PageEntry) -> QWidget:
        page = entry.make()
        if isinstance(page, IntegrationsPage):
            page.staff_requested.connect(self._add_staff)
        elif isinstance(page, CalendarConfiguration):
            page.integrations_asked.connect(self._show_integrations)
        elif isinstance(page, TimeOffPage):
            page.shown_in_week.connect(self.shown_in_week)
            page.editing_asked.connect(self.appointment_editing_asked)
        elif isinstance(page, ContactPage):
            page.card_asked.connect(self.contact_card_asked)
        return page

    @Slot()
    def _show_integrations(self) -> None:
        self.show_page(self.integrations)

    @Slot()
    def _add_staff(self) -> None:
        if self.has_page(StaffPage):
            page = self.page(StaffPage)
            self.show_page(page)
            page.new_button.click()

    def _fill_list(self, groups: Sequence[PageGroup]) -> None:
        self._list.setObjectName("settings_pages")
        self._list.setAccessibleName(tr("Settings pages"))
        for group in groups:
            self._add_heading(tr(group.title))
            for entry in group.pages:
                self._add_page(entry)
        names = [self._list.item(at).text() for at in range(self._list.count())]
        widest = max(map(self._list.fontMetrics().horizontalAdvance, names))
        self._list_width = max(_LIST_WIDTH, widest + _BESIDE_NAME)
        self._list.currentItemChanged.connect(self._turn)
        self._list.setCurrentItem(next(iter(self._items.values())))

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # names what is below it, no page of its own
        item.setFont(scale_font(self.font(), 0.92, weight=QFont.Weight.DemiBold))
        self._add_item(item, 2.4)

    def _add_page(self, entry: PageEntry) -> None:
        lazy = LazyPage(partial(self._make_page, entry))
        item = QListWidgetItem(tr(entry.title))
        item.setData(_PAGE, self._pages.addWidget(lazy))
        self._lazy_pages[entry.kind] = lazy
        self._items[entry.kind] = item
        self._add_item(item, 2.1)

    def _add_item(self, item: QListWidgetItem, lines: float) -> None:
        # Said outright: the list does not ask again when the stylesheet changes the padding.
        height = round(Metrics.of(self.font()).line * lines)
        item.setSizeHint(QSize(0, max(height, TARGET)))
        self._list.addItem(item)

    def _make_search(self) -> SettingsSearch:
        pages = [
            SearchedPage(self._items[kind].text(), lazy) for kind, lazy in self._lazy_pages.items()
        ]
        search = SettingsSearch(self._look, pages, self._list)
        search.setFixedWidth(self._list_width)
        search.found.connect(self._show_found)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        key.activated.connect(search.begin)
        return search

    @Slot(QWidget, QWidget)
    def _show_found(self, page: QWidget, control: QWidget) -> None:
        """Turn to the page, with the control in sight, marked, and the keyboard in it."""
        self.show_page(page)
        if not control.isVisible():  # of a record that nobody chose, or of a choice not made
            return
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        area = control.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(control)
        self._mark.put_around(control)

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._search)
        middle.addWidget(self._pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(16, 8, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.undo_bar)
        column.addWidget(Line(self._look))
        column.addWidget(buttons)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _turn(self, item: QListWidgetItem | None) -> None:
        page = item.data(_PAGE) if item is not None else None
        if page is not None:
            self._pages.setCurrentIndex(page)

    @Slot()
    def _restyle(self) -> None:
        look = self._look
        self._search.setStyleSheet(
            f"#settings_side {{ background: {look.colour('panel')};"
            f" border-{far_side()}: 1px solid {look.colour('line')}; }}"
            "QListWidget { background: transparent; border: none; border-radius: 0;"
            " padding: 4px 8px 10px 8px; outline: none; }"
            "QListWidget::item { padding: 0 10px; border-radius: 6px; }"
            f"QListWidget::item:disabled {{ color: {look.colour('quiet_text')};"
            " padding: 0 4px; }"
            f"QListWidget::item:selected {{ background: {look.colour('accent_soft')};"
            f" color: {look.colour('text')}; }}"
        )


class EditorPages:
    """Calendars, staff, rooms and equipment, contacts: the pages of Settings that edit records."""

    def __init__(self, settings: SettingsDialog) -> None:
        self._settings = settings

    @property
    def calendars(self) -> CalendarPage:
        """Booking calendars."""
        return self._settings.page(CalendarPage)

    @property
    def staff(self) -> StaffPage:
        """Staff members."""
        return self._settings.page(StaffPage)

    @property
    def resources(self) -> ResourcePage:
        """Rooms and equipment."""
        return self._settings.page(ResourcePage)

    @property
    def contacts(self) -> ContactPage:
        """Contacts."""
        return self._settings.page(ContactPage)

"""The Settings dialog: pages at the left, each choice holds at once, no Apply button.

The pages that edit what bookings are made of, over one set of view models.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.calendar_configuration import CalendarConfiguration
from lcdesk.ui.backup.backup_model import BackupModel
from lcdesk.ui.backup.page import DataPage
from lcdesk.ui.bridge import AccountControl, SyncControl
from lcdesk.ui.desktop.login import LoginEntry
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import TARGET, Metrics, far_side, grow, scale_font
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.people_pages import ContactPage, ResourcePage, StaffPage
from lcdesk.ui.reminders.choices_model import ReminderChoices
from lcdesk.ui.reminders.notifications_page import NotificationsPage
from lcdesk.ui.settings.general import AboutPage, GeneralPage
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.settings.undo_keys import FieldsWithTheirOwnUndo, OfferBar
from lcdesk.ui.time_off.page import TimeOffPage
from lcdesk.ui.time_off.time_off_model import TimeOffModel
from lcdesk.ui.widgets.labels import Line, Look
from lcdesk.ui.widgets.page import LazyPage
from lcdesk.ui.wording.labels import tr

_PAGE = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 200
_BESIDE_NAME = 48  # the list's frame and what is around a name


class SettingsDialog(QDialog):
    """Modeless. Each page is made when somebody turns to it, or asks for it."""

    contact_card_asked = Signal(int)
    shown_in_week = Signal(date, str)  # day, entry id
    appointment_editing_asked = Signal(date, str)

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
        login: LoginEntry | None = None,
        reminders: ReminderChoices | None = None,
        editors: Editors | None = None,
        time_off: TimeOffModel | None = None,
        backup: BackupModel | None = None,
        undo_actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self._look = Look(appearance, icons)
        look = self._look
        self._calendars = LazyPage(partial(self._make_calendars, accounts, control, sync))
        self._general = LazyPage(
            partial(GeneralPage, look, general, has_tray=has_tray, login=login)
        )
        self._backup = None if backup is None else LazyPage(partial(DataPage, look, backup))
        self._notifications = (
            None if reminders is None else LazyPage(partial(NotificationsPage, look, reminders))
        )
        self._about = LazyPage(partial(AboutPage, look))
        self.editors = None if editors is None else EditorPages(look, editors, self)
        if self.editors is not None:
            self.editors.contact_card_asked.connect(self.contact_card_asked)
        self._time_off = (
            None if time_off is None else LazyPage(partial(self._make_time_off, time_off))
        )
        self._pages = QStackedWidget()
        self._lazy_pages: list[LazyPage[Any]] = []
        self._list = QListWidget()
        self._items: list[QListWidgetItem] = []
        self.undo_bar = OfferBar(look)
        self.addActions(list(undo_actions))
        FieldsWithTheirOwnUndo(self)
        self._fill_list()
        self._arrange()
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.resize(grow(self.font(), 980), grow(self.font(), 720))

    @property
    def calendars(self) -> CalendarConfiguration:
        """The page that connects accounts and chooses roles."""
        return self._calendars.page

    @property
    def general(self) -> GeneralPage:
        """How lcdesk looks and behaves."""
        return self._general.page

    @property
    def backup(self) -> DataPage:
        """The copies of the data file."""
        assert self._backup is not None  # asked of a dialog that was made with it
        return self._backup.page

    @property
    def notifications(self) -> NotificationsPage | None:
        """What notifications say, and when; None where nothing is reminded of."""
        return None if self._notifications is None else self._notifications.page

    @property
    def about(self) -> AboutPage:
        """What lcdesk is made of."""
        return self._about.page

    @property
    def time_off(self) -> TimeOffPage:
        """Holidays and absences."""
        assert self._time_off is not None  # asked of a dialog that was made with it
        return self._time_off.page

    def show_page(self, page: QWidget) -> None:
        """Turn to one of the pages: `calendars`, `general`, `about`, or one of `editors`."""
        at = next(at for at, lazy in enumerate(self._lazy_pages) if lazy.holds(page))
        self._list.setCurrentItem(self._items[at])

    def edit_contact(self, contact: int) -> None:
        """Turn to a contact."""
        if self.editors is not None:
            self.show_page(self.editors.contacts)
            self.editors.contacts.edit(contact)

    def _make_calendars(
        self, accounts: AccountSettings, control: AccountControl, sync: SyncControl
    ) -> CalendarConfiguration:
        page = CalendarConfiguration(self._look, accounts, control, sync)
        page.staff_requested.connect(self._add_staff)
        return page

    def _make_time_off(self, model: TimeOffModel) -> TimeOffPage:
        page = TimeOffPage(self._look, model)
        page.shown_in_week.connect(self.shown_in_week)
        page.editing_asked.connect(self.appointment_editing_asked)
        return page

    @Slot()
    def _add_staff(self) -> None:
        if self.editors is not None:
            self.show_page(self.editors.staff)
            self.editors.staff.new_button.click()

    def _fill_list(self) -> None:
        self._list.setObjectName("settings_pages")
        self._list.setAccessibleName(tr("Settings pages"))
        self._add_heading(tr("My Profile"))
        self._add_page(self._calendars, tr("Calendar Configuration"))
        if self.editors is not None:
            self._add_heading(tr("Booking"))
            titles = (tr("Calendars"), tr("Staff"), tr("Rooms and equipment"), tr("Contacts"))
            for page, title in zip(self.editors.pages, titles, strict=True):
                self._add_page(page, title)
        if self._time_off is not None:
            self._add_page(self._time_off, tr("Time off"))
        self._add_heading("lcdesk")
        self._add_page(self._general, tr("General"))
        if self._backup is not None:
            self._add_page(self._backup, tr("Data and backup"))
        if self._notifications is not None:
            self._add_page(self._notifications, tr("Notifications"))
        self._add_page(self._about, tr("About"))
        names = [self._list.item(at).text() for at in range(self._list.count())]
        widest = max(map(self._list.fontMetrics().horizontalAdvance, names))
        self._list.setFixedWidth(max(_LIST_WIDTH, widest + _BESIDE_NAME))
        self._list.currentItemChanged.connect(self._turn)
        self._list.setCurrentItem(self._items[0])

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # names what is below it, no page of its own
        item.setFont(scale_font(self.font(), 0.92, weight=QFont.Weight.DemiBold))
        self._add_item(item, 2.4)

    def _add_page(self, page: LazyPage[Any], title: str) -> None:
        item = QListWidgetItem(title)
        item.setData(_PAGE, self._pages.addWidget(page))
        self._lazy_pages.append(page)
        self._add_item(item, 2.1)
        self._items.append(item)

    def _add_item(self, item: QListWidgetItem, lines: float) -> None:
        # Said outright: the list does not ask again when the stylesheet changes the padding.
        height = round(Metrics.of(self.font()).line * lines)
        item.setSizeHint(QSize(0, max(height, TARGET)))
        self._list.addItem(item)

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
        self._list.setStyleSheet(
            f"QListWidget {{ background: {look.colour('panel')}; border: none;"
            f" border-{far_side()}: 1px solid {look.colour('line')}; border-radius: 0;"
            " padding: 10px 8px; outline: none; }"
            "QListWidget::item { padding: 0 10px; border-radius: 6px; }"
            f"QListWidget::item:disabled {{ color: {look.colour('quiet_text')};"
            " padding: 0 4px; }"
            f"QListWidget::item:selected {{ background: {look.colour('accent_soft')};"
            f" color: {look.colour('text')}; }}"
        )


class EditorPages(QObject):
    """Calendars, staff, rooms and equipment, contacts; `pages` holds them in this order."""

    contact_card_asked = Signal(int)

    def __init__(self, look: Look, editors: Editors, parent: QObject) -> None:
        super().__init__(parent)
        self._calendars = LazyPage(partial(CalendarPage, look, editors))
        self._staff = LazyPage(partial(StaffPage, look, editors))
        self._resources = LazyPage(partial(ResourcePage, look, editors))
        self._contacts = LazyPage(partial(self._make_contacts, look, editors))
        self.pages: tuple[LazyPage[Any], ...] = (
            self._calendars,
            self._staff,
            self._resources,
            self._contacts,
        )

    @property
    def calendars(self) -> CalendarPage:
        """Booking calendars."""
        return self._calendars.page

    @property
    def staff(self) -> StaffPage:
        """Staff members."""
        return self._staff.page

    @property
    def resources(self) -> ResourcePage:
        """Rooms and equipment."""
        return self._resources.page

    def _make_contacts(self, look: Look, editors: Editors) -> ContactPage:
        page = ContactPage(look, editors)
        page.card_asked.connect(self.contact_card_asked)
        return page

    @property
    def contacts(self) -> ContactPage:
        """Contacts."""
        return self._contacts.page

"""The pages of Settings in their order: a new page is a line of this table.

My Profile stands as in LeadConnector, so that its help pages lead somewhere here too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.calendar_configuration import CalendarConfiguration
from lcdesk.ui.accounts.integrations import IntegrationsPage
from lcdesk.ui.backup.backup_model import BackupModel
from lcdesk.ui.backup.page import DataPage
from lcdesk.ui.bridge import AccountControl, SyncControl
from lcdesk.ui.desktop.login import LoginEntry
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.people_pages import ContactPage, ResourcePage, StaffPage
from lcdesk.ui.reminders.choices_model import ReminderChoices
from lcdesk.ui.reminders.notifications_page import NotificationsPage
from lcdesk.ui.settings.about import AboutPage
from lcdesk.ui.settings.general import GeneralPage
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.settings.sync_page import SyncPage
from lcdesk.ui.time_off.page import TimeOffPage
from lcdesk.ui.time_off.time_off_model import TimeOffModel
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.wording.labels import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsModels:
    """What the pages show and change. A page whose model is None is left out."""

    accounts: AccountSettings
    general: GeneralSettings
    control: AccountControl
    sync: SyncControl
    has_tray: bool
    login: LoginEntry | None = None
    reminders: ReminderChoices | None = None
    editors: Editors | None = None
    time_off: TimeOffModel | None = None
    backup: BackupModel | None = None


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page by its class; `make` is called when it is first shown."""

    kind: type[QWidget]
    title: str  # marked, worded by the list
    make: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages under one heading."""

    title: str
    pages: tuple[PageEntry, ...]


def page_groups(look: Look, models: SettingsModels) -> tuple[PageGroup, ...]:
    """Every page that has its models, in the order of the list; no heading without a page."""

    def page(
        kind: type[QWidget], title: str, *shown: object, **traits: object
    ) -> tuple[PageEntry, ...]:
        make: Callable[..., QWidget] = kind
        made = PageEntry(kind, title, partial(make, look, *shown, **traits))
        return () if None in shown else (made,)

    groups = (
        PageGroup(
            mark("My Profile"),
            (
                *page(
                    IntegrationsPage,
                    mark("Integrations"),
                    models.accounts,
                    models.control,
                    models.sync,
                ),
                *page(
                    CalendarConfiguration,
                    mark("Calendar Configuration"),
                    models.accounts,
                    models.sync,
                ),
            ),
        ),
        PageGroup(
            mark("Business"),
            (
                *page(StaffPage, mark("Team"), models.editors),
                *page(CalendarPage, mark("Calendars"), models.editors),
                *page(ResourcePage, mark("Rooms and equipment"), models.editors),
                *page(ContactPage, mark("Contacts"), models.editors),
                *page(TimeOffPage, mark("Time off"), models.time_off),
            ),
        ),
        PageGroup(
            "lcdesk",
            (
                *page(
                    GeneralPage,
                    mark("General"),
                    models.general,
                    has_tray=models.has_tray,
                    login=models.login,
                ),
                *page(NotificationsPage, mark("Notifications"), models.reminders),
                *page(SyncPage, mark("Sync"), models.general, models.sync),
                *page(DataPage, mark("Data and backup"), models.backup),
                *page(AboutPage, mark("About")),
            ),
        ),
    )
    return tuple(group for group in groups if group.pages)

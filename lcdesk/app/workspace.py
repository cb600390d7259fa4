"""What stands behind the window once the store is open: view models, sync, tray, settings."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import Clock, zone
from lcdesk.model.store.database import Database
from lcdesk.paths import Paths
from lcdesk.ui.attention.attention_model import AttentionNews
from lcdesk.ui.bridge import AccountControl, StoreNews, SyncControl
from lcdesk.ui.desktop.pause import SyncPause
from lcdesk.ui.desktop.single_instance import bring_forward
from lcdesk.ui.desktop.tray import TrayIcon, is_available
from lcdesk.ui.desktop.tray_model import TrayModel
from lcdesk.ui.look.palette import Scheme
from lcdesk.ui.offers import Offer
from lcdesk.ui.settings.general_model import GeneralSettings, SchemeChoice
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import busy_cursor
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.window.main import MainWindow
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:
    from lcdesk.app.reminder_side import ReminderSide
    from lcdesk.app.sync_side import SyncSide
    from lcdesk.sync.ports import SecretStore
    from lcdesk.ui.backup.backup_model import BackupModel
    from lcdesk.ui.desktop.login import LoginEntry
    from lcdesk.ui.offers import Notice
    from lcdesk.ui.settings.dialog import SettingsDialog

logger = logging.getLogger(__name__)

_SAFE = Message(
    "lcdesk was started safely, which leaves the accounts alone. Nothing was changed. "
    "Quit lcdesk, start it as usual, then try again."
)

_FORCED = {SchemeChoice.LIGHT: Scheme.LIGHT, SchemeChoice.DARK: Scheme.DARK}


class Workspace(QObject):
    """An open store with everything that lives on it. Raises StoreError when it cannot open.

    `secrets` takes the keyring's place: practice keeps its passwords in memory. A safe start has
    the default look.
    """

    restore_requested = Signal(object)  # the Copy that a person chose
    damaged = Signal(object)  # once, the LcdeskError that says that the store cannot be read
    notice_answered = Signal(str, str)  # the key of a notice, the name of the button pressed

    def __init__(
        self,
        window: MainWindow,
        paths: Paths,
        *,
        secrets: SecretStore | None,
        clock: Clock,
        is_safe: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._paths = paths
        self._secrets = secrets
        self._sync_side: SyncSide | None = None
        self._is_safe = is_safe
        self.database = Database.open(paths.database, clock=clock)
        self.news = StoreNews(self.database, self)
        self.sync = SyncControl(self)
        self.accounts = AccountControl(self)
        self.general = GeneralSettings(self.database, self.news, self)
        self._settings: SettingsDialog | None = None
        self.reminders: ReminderSide | None = None
        if is_safe:
            self.accounts.check_requested.connect(self._refuse_signing_in)
            self.accounts.password_requested.connect(self._refuse_changes)
            self.accounts.removal_requested.connect(self._refuse_changes)
            self.sync.pass_requested.connect(self._refuse_sync)
        else:
            self._follow_scheme()
        self._follow_keys()
        self.general.changed.connect(self._follow_keys)
        window.actions_table.keys_chosen.connect(self._keep_keys)
        self.desk = WindowModel(
            self.database,
            self.news,
            self.sync,
            locale=window.locale_format,
            clock=clock,
            parent=self,
        )
        window.attach(self.desk)
        self._make_tray()
        window.actions_table["report"].triggered.connect(self.open_report)
        window.settings_requested.connect(self.open_settings)
        window.connect_requested.connect(self.connect_account)
        window.contact_editing_requested.connect(self.edit_contact)
        window.time_off_requested.connect(self.open_time_off)

    @cached_property
    def backup(self) -> BackupModel:
        """The copies of the store; a week is shown without any."""
        from lcdesk.ui.backup.backup_model import BackupModel

        made = BackupModel(
            self._paths.database,
            self._window.locale_format,
            clock=self._clock,
            here=zone(self.desk.context.local_zone),
            parent=self,
        )
        made.restore_requested.connect(self.restore_requested)
        made.damaged.connect(self._tell_damage)
        return made

    @Slot()
    def _tell_damage(self) -> None:
        self.damaged.emit(self.backup.problem)

    def start_sync(self) -> None:
        """Let the accounts be read, and copies be made, from now on; nothing after a safe start."""
        if self._is_safe or self._sync_side is not None:
            return
        # Imported here: a week is shown without any of it.
        from lcdesk.app.sync_side import SyncSide

        self._sync_side = SyncSide(
            self._window,
            self.database,
            self.news,
            control=self.sync,
            accounts=self.accounts,
            folder=self._paths.data,
            secrets=self._secrets,
            clock=self._clock,
            parent=self,
        )
        self._sync_side.start()
        self._renew_login()
        self.backup.start()

    def start_reminders(self) -> None:
        """Tell what is due and what waits for a person, from now on."""
        from lcdesk.app.reminder_side import ReminderSide

        self.reminders = ReminderSide(
            self.database, self.news, self.desk, self._window, self.tray, self.attention
        )
        self.reminders.notifications.invoked.connect(self.notice_answered)
        self.attention.look()
        self.reminders.begin()

    def show_notice(self, notice: Notice) -> None:
        """Have the desktop say it: with its buttons as soon as the start has come to its end."""
        if self.reminders is None:
            self.tray.say(notice.title, notice.text)
        else:
            self.reminders.notifications.show(notice)

    def close(self) -> None:
        """End the sync first: nothing may be in the air when the store closes."""
        if self.reminders is not None:
            self.reminders.close()
        self.tray.hide()
        self.tray_model.close()
        self._pause.close()
        if self._settings is not None:
            self._settings.close()
            self._settings.deleteLater()
        if "backup" in self.__dict__:
            self.backup.close()
        self.news.close()
        self.desk.close()
        if self._sync_side is not None and not self._sync_side.close():
            logger.error("the sync did not end in time; its change is looked up next time")
        self.database.close()

    @Slot()
    def open_settings(self) -> None:
        """Show the settings, made when they are first asked for."""
        bring_forward(self._present_settings())

    @Slot()
    def open_report(self) -> None:
        """Show what would be passed on of a problem."""
        from lcdesk.ui.help.report import ReportDialog
        from lcdesk.ui.help.report_model import report
        from lcdesk.ui.widgets.page import open_over

        with busy_cursor():
            text = report(self.database, self._paths, self._clock)
        look = Look(self._window.appearance, self._window.icons)
        open_over(self._window, ReportDialog(text, look, self._window))

    @Slot()
    def connect_account(self) -> None:
        """Open the assistant over Settings; with several members they are chosen there first."""
        settings = self._present_settings()
        settings.show_page(settings.integrations)
        bring_forward(settings)
        settings.integrations.connect_member(self.desk.only_member)

    @Slot(int)
    def edit_contact(self, contact: int) -> None:
        """Open Settings at a contact."""
        settings = self._present_settings()
        settings.edit_contact(contact)
        bring_forward(settings)

    @Slot()
    def open_time_off(self) -> None:
        """Open Settings at holidays and absences."""
        settings = self._present_settings()
        settings.show_page(settings.time_off)
        bring_forward(settings)

    def _present_settings(self) -> SettingsDialog:
        if self._settings is None:
            self._settings = self._make_settings()
        return self._settings

    def _make_settings(self) -> SettingsDialog:
        # Imported here: a tenth of the start, for what is seldom opened.
        from lcdesk.ui.accounts.accounts_model import AccountSettings
        from lcdesk.ui.records.editors_model import Editors
        from lcdesk.ui.reminders.choices_model import ReminderChoices
        from lcdesk.ui.settings.dialog import SettingsDialog
        from lcdesk.ui.settings.pages import SettingsModels
        from lcdesk.ui.time_off.time_off_model import TimeOffModel

        self.start_sync()  # whoever is that quick may sign in at once
        window, database, news = self._window, self.database, self.news
        local_zone = self.desk.context.local_zone
        time_off = TimeOffModel(
            database,
            news,
            window.locale_format,
            clock=self._clock,
            local_zone=local_zone,
            parent=self,
        )
        models = SettingsModels(
            accounts=AccountSettings(database, news, window.locale_format, self, clock=self._clock),
            general=self.general,
            control=self.accounts,
            sync=self.sync,
            has_tray=self.has_tray,
            login=self._login_entry(),
            reminders=ReminderChoices(database, news, window.locale_format, self),
            editors=Editors(
                database,
                news,
                window.locale_format,
                clock=self._clock,
                local_zone=local_zone,
                parent=self,
            ),
            time_off=time_off,
            backup=self.backup,
        )
        settings = SettingsDialog(
            Look(window.appearance, window.icons),
            models,
            undo_actions=(window.actions_table["undo"], window.actions_table["redo"]),
            parent=window,
        )
        changes = self.desk.changes
        changes.offered.connect(settings.undo_bar.show_offer)
        settings.undo_bar.taken.connect(changes.carry_out)
        settings.contact_card_asked.connect(window.open_contact)
        settings.shown_in_week.connect(window.show_entry)
        settings.appointment_editing_asked.connect(window.edit_entry)
        time_off.offered.connect(changes.offered)
        return settings

    @Slot()
    def _refuse_signing_in(self) -> None:
        self.accounts.check_failed.emit(LcdeskError(_SAFE))

    @Slot()
    def _refuse_changes(self) -> None:
        self.accounts.failed.emit(LcdeskError(_SAFE))

    @Slot()
    def _refuse_sync(self) -> None:
        self.desk.changes.offered.emit(Offer(worded(_SAFE)))

    def _login_entry(self) -> LoginEntry | None:
        """Practice, which brings its own passwords, is started by hand."""
        from lcdesk.ui.desktop.login import login_entry

        return login_entry(self._paths) if self._secrets is None else None

    def _renew_login(self) -> None:
        from lcdesk.ui.desktop.login import refresh

        if (entry := self._login_entry()) is None:
            return
        try:
            refresh(entry)
        except OSError as error:
            logger.warning("what starts with the session was not renewed: %s", error)

    def _make_tray(self) -> None:
        window = self._window
        self.has_tray = is_available()
        self.tray = TrayIcon(window.icons, self)
        self.tray.sync_requested.connect(self.sync.pass_requested)
        self.tray.settings_requested.connect(self.open_settings)
        self.sync.activity_changed.connect(self.tray.show_activity)
        self._pause = SyncPause(self.sync, self.desk.context, self)
        self._pause.changed.connect(self.tray.show_pause)
        self.tray.pause_picked.connect(self._pause.pause)
        self.tray.resume_requested.connect(self._pause.resume)
        self.desk.tray_day.changed.connect(self.tray.show_day)
        self.tray.day_awaited.connect(self.desk.tray_day.read)
        self.tray_model = TrayModel(
            self.database, self.news, window.locale_format, self, clock=self._clock
        )
        self.tray_model.changed.connect(self.tray.show_status)
        self.attention = AttentionNews(self.desk.status, self._is_seen, self)
        self.attention.number_changed.connect(self.tray_model.show_attention)
        self.tray_model.read()
        if self.has_tray:
            self.tray.show()
            self.desk.tray_day.read()

    def _is_seen(self) -> bool:
        """Whether the window shows what waits, in front or behind another program."""
        return self._window.isVisible() and not self._window.isMinimized()

    def _follow_scheme(self) -> None:
        self._window.appearance.sharpen(self.general.has_more_contrast)
        self._window.appearance.force(_FORCED.get(self.general.scheme))

    @Slot()
    def _follow_keys(self) -> None:
        self._window.actions_table.use_keys(self.general.shortcuts)

    @Slot(dict)
    def _keep_keys(self, chosen: dict[str, list[str]]) -> None:
        self.general.shortcuts = chosen

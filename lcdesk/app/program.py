"""Builds the window and what stands behind it, connects them, and ends them in order.

The window is painted empty first. The store and the tray come right after, since importing them
takes longer than everything else at start-up; the sync begins when what they brought is painted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from lcdesk.app.garbage import GuiGarbage
from lcdesk.app.last_week import LastWeek, week_to_keep
from lcdesk.model.domain.errors import LcdeskError, StoreDamaged
from lcdesk.model.domain.zones import Clock, utc_now
from lcdesk.model.store.schema import left_window
from lcdesk.paths import Paths
from lcdesk.threads import switch_interval
from lcdesk.ui.desktop.single_instance import Closing, bring_forward, on_close, toggle
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.main import MainWindow
from lcdesk.ui.wording.labels import all_of

if TYPE_CHECKING:
    from lcdesk.app.restoring import Restored
    from lcdesk.app.workspace import Workspace
    from lcdesk.model.domain.copies import Copy
    from lcdesk.model.domain.events import AgendaEntry
    from lcdesk.sync.ports import SecretStore


logger = logging.getLogger(__name__)


PAINTED_WITHIN_MS = 1_000


class Program(QObject):
    """One window over one workspace. `begin` shows it, `close` ends everything."""

    opened = Signal()  # the store is open and the window filled
    stood = Signal()  # and what was opened is painted: the start has come to its end

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        *,
        secrets: SecretStore | None = None,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__()
        self._application = application
        self._paths = paths
        self._secrets = secrets
        self._clock = clock
        self.workspace: Workspace | None = None
        self.news: Restored | None = None  # to be said over the window
        self._is_safe = False  # nothing is synced, and the look is the default one
        self.copy_wanted: Copy | None = None  # to be restored once this window has ended
        self._file: Path | None = None  # to be opened once the store is
        self._after_paint: Callable[[], None] | None = None
        # Covered, or on another desk.
        self._unpainted = QTimer(self, singleShot=True, interval=PAINTED_WITHIN_MS)
        self._unpainted.timeout.connect(self._go_on)
        self._until_the_end = ExitStack()
        self._until_the_end.enter_context(switch_interval())
        self._garbage = GuiGarbage(self)
        self.appearance = Appearance(application)
        self.appearance.apply()
        self.icons = Icons(self.appearance)
        self._last_week = LastWeek(paths, lambda: clock().astimezone())
        self.locale = LocaleFormat(region=QLocale.system())
        self.window = MainWindow(self.appearance, self.icons, self.locale, clock)
        self.window.closed_by_person.connect(self._leave)
        self.window.quit_requested.connect(self._quit)
        application.commitDataRequest.connect(self._end_session)

    def begin(self, *, minimised: bool = False, after_crash: bool = False) -> None:
        """Show the window, then open the store as soon as it is painted.

        After a crash of the last start a person chooses first how to start now.
        """
        if after_crash:
            self.window.show()
            self._ask_how_to_start()
            return
        if minimised:
            QTimer.singleShot(0, self, self.open_store)
            return
        self._await_paint(self.open_store)
        self.window.restore_at(str(left_window(self._paths.database).get("geometry", "")))
        week = self._last_week.take()
        if week is not None:
            self.window.show_week(week, self._clock().astimezone().date())
        self.window.show()

    def _await_paint(self, then: Callable[[], None]) -> None:
        self._after_paint = then
        self.window.installEventFilter(self)
        self._unpainted.start()

    @Slot()
    def _go_on(self) -> None:
        self._unpainted.stop()
        then, self._after_paint = self._after_paint, None
        if then is not None:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, then)

    @Slot()
    def open_store(self) -> None:
        """Open the workspace; a person is told, and may try again, when that fails."""
        from lcdesk.app.workspace import Workspace

        self._say_news()
        try:
            self.workspace = Workspace(
                self.window,
                self._paths,
                secrets=self._secrets,
                clock=self._clock,
                is_safe=self._is_safe,
            )
        except StoreDamaged as error:
            logger.error("the store is damaged: %s", error.message)
            self._offer_copy(error)
            return
        except LcdeskError as error:
            logger.error("the store cannot be opened: %s", error.message)
            self._offer_again(error)
            return
        self.workspace.restore_requested.connect(self._restore)
        self.workspace.damaged.connect(self._offer_copy)
        self.workspace.notice_answered.connect(self._answer_notice)
        tray = self.workspace.tray
        tray.open_requested.connect(self.bring_forward)
        tray.entry_picked.connect(self._show_entry)
        tray.booking_requested.connect(self._book)
        tray.quick_add_requested.connect(self._quick_add)
        tray.toggle_requested.connect(self._toggle)
        tray.quit_requested.connect(self._quit)
        if not self.window.isVisible() and not self.workspace.has_tray:
            self.window.showMinimized()  # otherwise nothing of it could be found
        self._garbage.keep_present()
        self.opened.emit()
        self._open_waiting_file()
        self._await_paint(self._start_sync)

    def _say_news(self) -> None:
        news, self.news = self.news, None
        if news is not None:
            from lcdesk.app.restoring import say_restored

            say_restored(self.window, news)

    @Slot()
    def _start_sync(self) -> None:
        if self.workspace is not None and not self._is_safe:
            self.workspace.start_sync()
            self.workspace.start_reminders()
        self.stood.emit()

    @Slot(Path)
    def open_file(self, file: Path) -> None:
        """Show what a calendar file holds, as soon as the store is open."""
        self._file = file
        self._open_waiting_file()

    def _open_waiting_file(self) -> None:
        file = self._file
        if self.workspace is not None and file is not None:
            self._file = None
            self.window.open_file(file)

    def close(self) -> None:
        """End everything, in the reverse order of its making."""
        if self.workspace is not None:
            if self.window.isVisible():
                self.window.remember_geometry()
            model = self.workspace.desk.week
            week, mode = week_to_keep(model, self._clock().astimezone()), model.mode
            self.workspace.close()
            self.workspace = None
            if week is None:
                self._last_week.forget()
            else:
                self._last_week.keep(week, mode)
        self.window.hide()
        self._unpainted.stop()
        self._garbage.close()
        self._until_the_end.close()

    @Slot()
    def bring_forward(self) -> None:
        """Show the window in front."""
        bring_forward(self.window)

    @Slot(object)
    def _show_entry(self, entry: AgendaEntry) -> None:
        self.bring_forward()
        self.window.reveal_entry(entry)

    @Slot()
    def _book(self) -> None:
        self.bring_forward()
        self.window.actions_table["new_booking"].trigger()

    @Slot()
    def _quick_add(self) -> None:
        """From the tray: the line lies over the window, where what is booked is seen."""
        self.bring_forward()
        self.window.actions_table["quick_add"].trigger()

    @Slot()
    def _toggle(self) -> None:
        toggle(self.window)

    @Slot()
    def _quit(self) -> None:
        self._application.quit()

    @Slot(QSessionManager)
    def _end_session(self, manager: QSessionManager) -> None:
        """The session ends; whoever manages it waits for an answer."""
        if self.workspace is None:  # nothing can be typed yet
            return
        from lcdesk.app.session_end import ask_before_end

        ask_before_end(manager, self._application.topLevelWidgets())

    @Slot()
    def _leave(self) -> None:
        """The window was closed: go on in the tray, or end."""
        workspace = self.workspace
        if workspace is None:
            self._quit()
            return
        general = workspace.general
        decision = on_close(
            has_tray=workspace.has_tray,
            keeps_running=general.keeps_running,
            was_told=general.kept_running_note_shown,
        )
        if decision is Closing.QUIT:
            self._quit()
        elif decision is Closing.HIDE_AND_SAY:
            from lcdesk.ui.desktop.tray import kept_running_notice

            workspace.show_notice(kept_running_notice(all_of(general.server_names)))
            general.kept_running_note_shown = True

    @Slot(str, str)
    def _answer_notice(self, key: str, action: str) -> None:
        """What was pressed on the note at the first close; it may lie there for a while."""
        from lcdesk.ui.desktop.tray import KEPT_RUNNING, QUIT_ON_CLOSE

        if key != KEPT_RUNNING or self.workspace is None:
            return
        if action != QUIT_ON_CLOSE:
            self.bring_forward()
            return
        self.workspace.general.keeps_running = False
        if not self.window.isVisible():
            self._quit()

    def _offer_again(self, error: LcdeskError) -> None:
        from PySide6.QtWidgets import QMessageBox

        from lcdesk.ui.widgets.parts import warning_box

        box = warning_box(self.window, "store_trouble", error.title, error.message)
        again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        again.clicked.connect(self.open_store)
        leave.clicked.connect(self._quit)
        bring_forward(self.window)
        box.open()

    def _ask_how_to_start(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        from lcdesk.app.restoring import crash_box

        here = self._clock().astimezone().tzinfo or UTC
        box, copy = crash_box(self.window, self._paths.database, self.locale, here)
        usual = box.addButton(self.tr("Start as usual"), QMessageBox.ButtonRole.AcceptRole)
        usual.clicked.connect(self.open_store)
        safe = box.addButton(self.tr("Start safely"), QMessageBox.ButtonRole.ActionRole)
        safe.clicked.connect(self._open_safely)
        if copy is not None:
            restore = box.addButton(self.tr("Restore the copy"), QMessageBox.ButtonRole.ActionRole)
            restore.clicked.connect(partial(self._restore, copy))
        box.setDefaultButton(usual)
        box.setEscapeButton(usual)
        box.open()

    @Slot()
    def _open_safely(self) -> None:
        self._is_safe = True
        self.open_store()

    @Slot(object)
    def _offer_copy(self, error: LcdeskError) -> None:
        """The store is damaged: the newest whole copy, or another try, or none."""
        from PySide6.QtWidgets import QMessageBox

        from lcdesk.app.restoring import damage_box

        here = self._clock().astimezone().tzinfo or UTC
        box, copy = damage_box(self.window, error, self._paths.database, self.locale, here)
        if copy is not None:
            restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
            restore.clicked.connect(partial(self._restore, copy))
        if self.workspace is None:
            again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.ActionRole)
            again.clicked.connect(self.open_store)
        leave = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(self._quit)
        bring_forward(self.window)
        box.open()

    @Slot(object)
    def _restore(self, copy: Copy, *_: object) -> None:
        """End this window; whoever began it restores the copy and begins another."""
        self.copy_wanted = copy
        self._quit()

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is posted now runs when the whole window is painted; a timer alone runs before.
        if event.type() == QEvent.Type.Paint:
            self._go_on()
        return super().eventFilter(watched, event)

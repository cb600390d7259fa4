"""Settings > Sync: what is done now, what becomes of deleted events, when to warn."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lcdesk.ui.bridge import SyncActivity, SyncControl
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.settings.said import Said, group_of
from lcdesk.ui.widgets.fields import Spin
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.page import Notice, Page
from lcdesk.ui.widgets.parts import check, radio
from lcdesk.ui.wording.labels import any_of, mark, tr, tr_of

_NOW = mark(
    "Calendars are read every few minutes, and what is booked here is sent at once. A pause lasts "
    "until you end it, or until lcdesk is started anew; changes are kept and sent then."
)
_DELETED = mark(
    "An appointment always stays, whatever this says; you decide in “Needs attention”. This is "
    "about the blocked slots that were copied from {place}."
)

_STALE = mark(
    "Open times then say when {place} was last read, since an event may have come there "
    "meanwhile. A time never opens because reading failed."
)


class SyncPage(Page):
    """Each choice holds at once."""

    def __init__(
        self,
        look: Look,
        general: GeneralSettings,
        sync: SyncControl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Sync"), parent)
        self.setObjectName("sync_page")
        self._general = general
        self._sync = sync
        self._shown_minutes = 0
        self.notice = Notice(look)
        self.column.addWidget(self.notice)
        self._add_now()
        self._add_deleted()
        self._add_stale()
        self._show()
        general.changed.connect(self._show)
        sync.activity_changed.connect(self._show_activity)
        self._show_activity(sync.activity)

    def _add_now(self) -> None:
        part = self.section(tr("Now"), tr(_NOW))
        self.now_button = QPushButton(tr("Sync now"))
        self.now_button.setObjectName("sync_page_now")
        self.now_button.setAutoDefault(False)
        self.now_button.clicked.connect(self._sync.pass_requested)
        self.paused = check(tr("Pause"), "sync_page_pause")
        self.paused.setAccessibleName(tr("Pause the sync"))
        self.paused.clicked.connect(self._sync.pause_requested)
        row = QHBoxLayout()
        row.addWidget(self.now_button)
        row.addWidget(self.paused)
        row.addStretch(1)
        part.addLayout(row)

    def _add_deleted(self) -> None:
        server_name = any_of(self._general.server_names)
        part = self.section(
            tr_of("When an event is deleted {there}", server_name), tr_of(_DELETED, server_name)
        )
        text = tr_of("Keep its blocked slot, marked “deleted {there}”", server_name)
        keep = radio(text, "keep_deleted")
        release = radio(tr("Remove its blocked slot; the time becomes bookable"), "release_deleted")
        self._deleted = group_of(self, part, keep, release)
        self._deleted.idClicked.connect(self._choose_deleted)

    def _add_stale(self) -> None:
        part = self.section(
            tr("When calendars have not been read for a while"),
            tr_of(_STALE, any_of(self._general.server_names)),
        )
        self.stale = Spin("stale_minutes", 2, 24 * 60, tr(" minutes"))
        self.stale.setAccessibleName(tr("Minutes until open times carry a warning"))
        self.stale.editingFinished.connect(self._choose_stale)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Warn after")))
        row.addWidget(self.stale)
        row.addStretch(1)
        part.addLayout(row)

    @Slot()
    def _show(self) -> None:
        """Each value as it is kept; minutes that somebody types meanwhile stay."""
        self._deleted.button(int(self._general.releases_deleted)).setChecked(True)
        minutes = self._general.stale_minutes
        if minutes != self._shown_minutes:
            self._shown_minutes = minutes
            self.stale.setValue(minutes)

    @Slot(SyncActivity)
    def _show_activity(self, activity: SyncActivity) -> None:
        self.paused.setChecked(activity is SyncActivity.PAUSED)
        self.now_button.setEnabled(activity is SyncActivity.IDLE)

    @Slot(int)
    def _choose_deleted(self, index: int) -> None:
        with Said(self.notice):
            self._general.releases_deleted = bool(index)

    @Slot()
    def _choose_stale(self) -> None:
        with Said(self.notice):
            if self.stale.value() != self._general.stale_minutes:
                self._general.stale_minutes = self.stale.value()

"""Settings > General: how lcdesk looks, what it speaks, when it runs."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QWidget,
)

from lcdesk.ui.desktop.login import LoginEntry
from lcdesk.ui.look.language import LANGUAGES
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.settings.general_model import GeneralSettings, SchemeChoice
from lcdesk.ui.settings.login import LoginSwitch
from lcdesk.ui.settings.said import Said, group_of
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.page import Notice, Page
from lcdesk.ui.widgets.parts import check, radio
from lcdesk.ui.wording.labels import mark, tr

_SCHEMES = (
    (SchemeChoice.SYSTEM, mark("As the desktop says")),
    (SchemeChoice.LIGHT, mark("Light")),
    (SchemeChoice.DARK, mark("Dark")),
)


class GeneralPage(Page):
    """Light or dark, which language, going on without a window."""

    def __init__(
        self,
        look: Look,
        general: GeneralSettings,
        *,
        has_tray: bool,
        login: LoginEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("General"), parent)
        self.setObjectName("general_page")
        self._general = general
        self.notice = Notice(look)
        self.column.addWidget(self.notice)
        self._add_schemes()
        self._add_languages()
        self._add_running(has_tray)
        if login is not None:
            self._add_login(login, has_tray)
        self._show()
        general.changed.connect(self._show)

    def _add_schemes(self) -> None:
        part = self.section(tr("Appearance"))
        buttons = [radio(tr(text), f"scheme_{choice.value}") for choice, text in _SCHEMES]
        self._schemes = group_of(self, part, *buttons)
        self._schemes.idClicked.connect(self._choose_scheme)
        self.contrast = check(
            tr("More contrast, also where the desktop does not ask for it"), "more_contrast"
        )
        self.contrast.clicked.connect(self._choose_contrast)
        part.addWidget(self.contrast)

    def _add_languages(self) -> None:
        part = self.section(
            tr("Language"),
            tr("Words, days and dates. Another language is spoken when lcdesk starts anew."),
        )
        box = self.languages = QComboBox()
        box.setObjectName("language")
        box.setAccessibleName(tr("Language"))
        box.addItem(tr("As the system says"), "")
        for language, name in LANGUAGES.items():
            box.addItem(name, language)
        box.activated.connect(self._choose_language)
        row = QHBoxLayout()
        row.addWidget(box)
        row.addStretch(1)
        part.addLayout(row)

    def _add_running(self, has_tray: bool) -> None:
        part = self.section(tr("When the window is closed"))
        text = tr("Keep lcdesk running in the tray, so that it goes on syncing")
        self.running = check(text, "keep_running")
        self.running.setEnabled(has_tray)
        self.running.clicked.connect(self._choose_running)
        part.addWidget(self.running)
        if not has_tray:
            part.addWidget(
                quiet(
                    self.look, tr("This desktop shows no tray, so closing the window ends lcdesk.")
                )
            )

    def _add_login(self, login: LoginEntry, has_tray: bool) -> None:
        part = self.section(
            tr("When you sign in to this computer"),
            tr("So calendars are read and appointments are known before you open the window."),
        )
        self.login = LoginSwitch(login, has_tray=has_tray)
        self.login.setMinimumHeight(TARGET)
        self.login.refused.connect(self.notice.show_problem)
        part.addWidget(self.login)

    @Slot()
    def _show(self) -> None:
        """Each value as it is kept."""
        general = self._general
        order = [choice for choice, _ in _SCHEMES]
        self._schemes.button(order.index(general.scheme)).setChecked(True)
        self.contrast.setChecked(general.has_more_contrast)
        self.languages.setCurrentIndex(max(0, self.languages.findData(general.language)))
        self.running.setChecked(self.running.isEnabled() and general.keeps_running)

    @Slot(int)
    def _choose_scheme(self, index: int) -> None:
        choice = _SCHEMES[index][0]
        self.look.appearance.force(choice.forced)
        with Said(self.notice):
            self._general.scheme = choice

    @Slot(bool)
    def _choose_contrast(self, has_more: bool) -> None:
        self.look.appearance.sharpen(has_more)
        with Said(self.notice):
            self._general.has_more_contrast = has_more

    @Slot()
    def _choose_language(self) -> None:
        with Said(self.notice):
            self._general.language = self.languages.currentData()

    @Slot(bool)
    def _choose_running(self, keeps: bool) -> None:
        with Said(self.notice):
            self._general.keeps_running = keeps

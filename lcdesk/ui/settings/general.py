"""Settings > General and About: the choices that are one value each, and what lcdesk is made of."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk import __version__
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.desktop.login import LoginEntry
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.language import LANGUAGES
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.settings.general_model import GeneralSettings, SchemeChoice
from lcdesk.ui.settings.login import LoginSwitch
from lcdesk.ui.widgets.fields import Spin
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Notice, Page
from lcdesk.ui.widgets.parts import check, radio
from lcdesk.ui.wording.labels import any_of, mark, tr, tr_of

_SCHEMES = (
    (SchemeChoice.SYSTEM, mark("As the desktop says")),
    (SchemeChoice.LIGHT, mark("Light")),
    (SchemeChoice.DARK, mark("Dark")),
)
_DELETED = mark(
    "An appointment always stays, whatever this says; you decide in “Needs attention”. This is "
    "about the blocked slots that were copied from {place}."
)

_STALE = mark(
    "Open times then say when {place} was last read, since an event may have come there "
    "meanwhile. A time never opens because reading failed."
)


class GeneralPage(Page):
    """What happens to deleted events, light or dark, which language, going on without a window."""

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
        self._shown_minutes = 0
        self.notice = Notice(look)
        self.column.addWidget(self.notice)
        self._add_deleted()
        self._add_stale()
        self._add_schemes()
        self._add_languages()
        self._add_running(has_tray)
        if login is not None:
            self._add_login(login, has_tray)
        self._show()
        general.changed.connect(self._show)

    def _add_deleted(self) -> None:
        server_name = any_of(self._general.server_names)
        part = self.section(
            tr_of("When an event is deleted {there}", server_name), tr_of(_DELETED, server_name)
        )
        text = tr_of("Keep its blocked slot, marked “deleted {there}”", server_name)
        keep = radio(text, "keep_deleted")
        release = radio(tr("Remove its blocked slot; the time becomes bookable"), "release_deleted")
        self._deleted = _group(self, part, keep, release)
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

    def _add_schemes(self) -> None:
        part = self.section(tr("Appearance"))
        buttons = [radio(tr(text), f"scheme_{choice.value}") for choice, text in _SCHEMES]
        self._schemes = _group(self, part, *buttons)
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
        """Each value as it is kept; minutes that somebody types meanwhile stay."""
        general = self._general
        self._deleted.button(int(general.releases_deleted)).setChecked(True)
        order = [choice for choice, _ in _SCHEMES]
        self._schemes.button(order.index(general.scheme)).setChecked(True)
        self.contrast.setChecked(general.has_more_contrast)
        self.languages.setCurrentIndex(max(0, self.languages.findData(general.language)))
        self.running.setChecked(self.running.isEnabled() and general.keeps_running)
        minutes = general.stale_minutes
        if minutes != self._shown_minutes:
            self._shown_minutes = minutes
            self.stale.setValue(minutes)

    @Slot(int)
    def _choose_deleted(self, index: int) -> None:
        with _Said(self.notice):
            self._general.releases_deleted = bool(index)

    @Slot()
    def _choose_stale(self) -> None:
        with _Said(self.notice):
            if self.stale.value() != self._general.stale_minutes:
                self._general.stale_minutes = self.stale.value()

    @Slot(int)
    def _choose_scheme(self, index: int) -> None:
        choice = _SCHEMES[index][0]
        self.look.appearance.force(choice.forced)
        with _Said(self.notice):
            self._general.scheme = choice

    @Slot(bool)
    def _choose_contrast(self, has_more: bool) -> None:
        self.look.appearance.sharpen(has_more)
        with _Said(self.notice):
            self._general.has_more_contrast = has_more

    @Slot()
    def _choose_language(self) -> None:
        with _Said(self.notice):
            self._general.language = self.languages.currentData()

    @Slot(bool)
    def _choose_running(self, keeps: bool) -> None:
        with _Said(self.notice):
            self._general.keeps_running = keeps


class _Said:
    """Shows on the page what could not be saved."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice

    def __enter__(self) -> None:
        self._notice.hide()

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, LcdeskError):
            return False
        self._notice.show_problem(error.title, error.message, details=error.details)
        return True


def _group(owner: QWidget, column: QVBoxLayout, *buttons: QRadioButton) -> QButtonGroup:
    group = QButtonGroup(owner)
    for at, button in enumerate(buttons):
        group.addButton(button, at)
        column.addWidget(button)
    return group


QT_NOTE = mark(
    "The window is made with Qt and PySide6 under the GNU Lesser General Public License, "
    "version 3. Both are used unchanged as separate libraries, and you may replace them with "
    "your own build. Their source code is at download.qt.io."
)

_PARTS = (
    ("PySide6 (Qt for Python)", "PySide6-Essentials", "LGPL 3"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("Alembic", "alembic", "MIT"),
    ("caldav", "caldav", "Apache 2.0"),
    ("icalendar", "icalendar", "BSD 2-Clause"),
    ("recurring-ical-events", "recurring-ical-events", "LGPL 3"),
    ("python-dateutil", "python-dateutil", "Apache 2.0"),
    ("keyring", "keyring", "MIT"),
    ("jeepney", "jeepney", "MIT"),
    ("tzdata", "tzdata", "Apache 2.0"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A library, the version that is running, its licence."""

    name: str
    version: str
    licence: str


def program_version() -> str:
    """Which lcdesk this is."""
    return tr("Version {number}").format(number=__version__)


def parts() -> tuple[Part, ...]:
    """Qt first, then everything that is imported by name."""
    qt = Part("Qt", qVersion() or "", "LGPL 3")
    return (qt, *(Part(name, _version(package), licence) for name, package, licence in _PARTS))


def as_text() -> str:
    """Everything, to be copied into a message that asks for help."""
    lines = [f"lcdesk {__version__}"]
    lines += [f"{part.name} {part.version}".rstrip() for part in parts()]
    return "\n".join(lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a bundle may leave the metadata out
        return ""


_ICON = 56


class AboutPage(Page):
    """Names, versions, licences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("About lcdesk"), parent)
        self.setObjectName("about_page")
        self._add_top()
        self._add_parts()

    def _add_top(self) -> None:
        picture = QLabel()
        picture.setPixmap(self.look.icons.icon(Sign.APP).pixmap(_ICON, _ICON))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(heading(self.look, "lcdesk", 1.2))
        version = quiet(self.look, program_version())
        version.setObjectName("version")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        names.addWidget(version)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(names, 1)
        self.column.addLayout(row)
        self.column.addWidget(
            Text(self.look, tr("Appointments for small businesses, in step with iCloud."))
        )
        self.column.addWidget(quiet(self.look, tr("Free software under the Apache License 2.0.")))

    def _add_parts(self) -> None:
        column = self.section(tr("What it is made of"), tr(QT_NOTE))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(3, 1)
        for row, part in enumerate(parts()):
            grid.addWidget(QLabel(part.name), row, 0)
            for at, text in enumerate((part.version, part.licence), 1):
                label = quiet(self.look, text)
                label.setWordWrap(False)
                grid.addWidget(label, row, at)
        column.addLayout(grid)
        self.copy_button = QPushButton(tr("Copy versions"))
        self.copy_button.setObjectName("copy_versions")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        row_of_button = QHBoxLayout()
        row_of_button.addWidget(self.copy_button)
        row_of_button.addStretch(1)
        column.addLayout(row_of_button)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text())
        self.copy_button.setText(tr("Copied"))

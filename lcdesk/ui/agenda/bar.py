"""The bar over the agenda: what is listed, of whom, and which columns say it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from lcdesk.ui.agenda.agenda_model import AgendaModel, head_of
from lcdesk.ui.agenda.choices import ALWAYS, COLUMNS, Column, Show
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET, grow
from lcdesk.ui.widgets.flow import FlowLayout
from lcdesk.ui.widgets.parts import calendar_rows, fill_choice, set_name
from lcdesk.ui.wording.labels import mark, tr

_TYPING_MS = 200
_WIDEST_BOX = 240  # pixels, of a calendar with a long name
_SHOWS = {
    Show.ALL: mark("Everything"),
    Show.UPCOMING: mark("Upcoming"),
    Show.UNCONFIRMED: mark("Unconfirmed"),
    Show.CANCELLED: mark("Cancelled"),
    Show.NOSHOW: mark("No-show"),
}


class AgendaBar(QWidget):
    """Choices that the model carries out and remembers."""

    left_downwards = Signal()  # Down or Enter in the search field

    def __init__(self, model: AgendaModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_bar")
        self._model = model
        self._icons = icons
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._make_parts()
        self._arrange()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the choices as they are, and who there is to choose from."""
        choices, directory = self._model.choices, self._model.context.directory
        self._show.setCurrentIndex(list(Show).index(choices.show))
        active = [calendar for calendar in directory.calendars.values() if calendar.active]
        everything = (0, tr("All calendars"), QIcon())
        fill_choice(self._calendar, [everything, *calendar_rows(active)], choices.calendar)
        people = [(member.id, member.name, QIcon()) for member in directory.staff.values()]
        everybody = (0, tr("Everybody"), QIcon())
        fill_choice(self._member, [everybody, *people], choices.member)
        self._member.setVisible(len(people) > 1)
        if self._text.text() != choices.text:
            self._text.setText(choices.text)
        for column, action in self._columns.items():
            action.setChecked(column in choices.columns)

    def dress(self) -> None:
        """Icons in the palette in force."""
        self._glass.setIcon(self._icons.icon(Sign.SEARCH))

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._show = self._box("agenda_show", self.tr("Which entries are listed"))
        for show in Show:
            self._show.addItem(tr(_SHOWS[show]), show.value)
        self._calendar = self._box("agenda_calendar", self.tr("Calendar"))
        self._member = self._box("agenda_member", self.tr("Staff member"))
        self._text = set_name(QLineEdit(), "agenda_search")
        self._text.setPlaceholderText(self.tr("Contact"))
        self._text.setAccessibleName(self.tr("Contact: name, e-mail or telephone"))
        self._text.setToolTip(self._text.accessibleName())
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(grow(self.font(), 90))
        self._glass = self._text.addAction(
            self._icons.icon(Sign.SEARCH), QLineEdit.ActionPosition.LeadingPosition
        )
        self._more = set_name(QToolButton(), "agenda_columns")
        self._more.setText(self.tr("Columns"))
        self._more.setMinimumSize(TARGET, TARGET)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.columns_menu = QMenu(self._more)
        self._columns: dict[Column, QAction] = {}
        for column in COLUMNS:
            action = self.columns_menu.addAction(head_of(column))
            action.setCheckable(True)
            action.setEnabled(column not in ALWAYS)
            self._columns[column] = action
        self._more.setMenu(self.columns_menu)

    def _box(self, name: str, spoken: str) -> QComboBox:
        box = set_name(QComboBox(), name)
        box.setAccessibleName(spoken)
        box.setIconSize(QSize(12, 12))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(grow(self.font(), _WIDEST_BOX))
        return box

    def _arrange(self) -> None:
        row = FlowLayout(QMargins(8, 2, 8, 6), 6)
        for part in (self._show, self._calendar, self._member, self._text, self._more):
            row.addWidget(part)
        self.setLayout(row)

    def _connect(self) -> None:
        self._show.activated.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        self._member.activated.connect(self._choose)
        self._text.textEdited.connect(self._wait)
        self._text.textChanged.connect(self._take_cleared)
        self._text.returnPressed.connect(self._take_typed)
        self._text.returnPressed.connect(self.left_downwards)
        self._typing.timeout.connect(self._take_typed)
        self.columns_menu.triggered.connect(self._choose_columns)
        self._model.choices_changed.connect(self.refresh)

    @Slot()
    def _choose(self) -> None:
        self._model.choose(
            show=Show(self._show.currentData()),
            calendar=self._calendar.currentData(),
            member=self._member.currentData(),
        )

    @Slot(str)
    def _take_cleared(self, text: str) -> None:
        """The button in the field empties it without a key."""
        if not text and not self._typing.isActive():
            self._take_typed()

    @Slot()
    def _wait(self) -> None:
        """Not each letter asks the store."""
        self._typing.start()

    @Slot()
    def _take_typed(self) -> None:
        self._typing.stop()
        self._model.choose(text=self._text.text())

    @Slot()
    def _choose_columns(self) -> None:
        chosen = {column for column, action in self._columns.items() if action.isChecked()}
        self._model.choose(columns=frozenset(chosen))

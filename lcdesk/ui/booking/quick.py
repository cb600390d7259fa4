"""Book in place: a name, a calendar and a time beside what was swept; more in the dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.people import Contact
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.date_field import TimeField
from lcdesk.ui.widgets.fields import CONTACT, contact_completer
from lcdesk.ui.widgets.parts import (
    busy_cursor,
    calendar_rows,
    fill_choice,
    heading_font,
    plain_label,
    set_name,
)
from lcdesk.ui.widgets.popover import cast_shadow, move_beside

_WIDTH = 316
_SIGN = 16


class QuickBooking(QFrame):
    """Shows a BookingModel and hands it what is entered, as the dialog does."""

    more_asked = Signal()  # the dialog, with what was entered here
    closed = Signal()  # by the person, or since it is booked

    def __init__(
        self, model: BookingModel, appearance: Appearance, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quick_booking")
        self.setAccessibleName(self.tr("New booking"))
        self.model = model
        self._appearance = appearance
        self._icons = icons
        self._room = parent
        self._beside = QRect()
        self._is_filling = False
        self._make_fields()
        self._arrange()
        self._connect()
        self.setFixedWidth(grow(self.font(), _WIDTH))
        cast_shadow(self)
        self._follow()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing would be lost with it."""
        return not self._name.text().strip()

    def show_beside(self, beside: QRect) -> None:
        """Stand beside a rectangle of the parent."""
        self._beside = beside
        self._fit()
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Go to the name."""
        self._name.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- making -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._name = set_name(QLineEdit(), "quick_name")
        self._name.setPlaceholderText(self.tr("Who is it for?"))
        self._name.setAccessibleName(self.tr("Contact"))
        self._name.setFont(heading_font(self, 1.1))
        completer = contact_completer(self.model.contacts, self)
        # By row: two contacts may share a name.
        completer.activated[QModelIndex].connect(self._take_contact)  # type: ignore[index]
        self._name.setCompleter(completer)
        self._calendar = set_name(QComboBox(), "quick_calendar")
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setIconSize(QSize(12, 12))
        self._calendar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._day = plain_label(name="quick_day")
        self._start = self._time_field("quick_start", self.tr("Start"))
        self._end = self._time_field("quick_end", self.tr("End"))
        self._sign = QLabel()
        self._headline = plain_label(name="quick_headline", wraps=True)
        self._reasons = plain_label(name="quick_reasons", wraps=True)
        self._problem = plain_label(name="quick_problem", wraps=True)
        self._more = set_name(QPushButton(self.tr("More…")), "quick_more")
        self._book = set_name(QPushButton(), "quick_book")
        for button in (self._more, self._book):
            button.setAutoDefault(False)

    def _time_field(self, name: str, spoken: str) -> TimeField:
        field = TimeField(name, self.model.locale)
        field.setAccessibleName(spoken)
        return field

    def _arrange(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(6)
        times.addWidget(self._start, 1)
        times.addWidget(plain_label("\N{EN DASH}"))
        times.addWidget(self._end, 1)
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._reasons)
        answer.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        buttons.addWidget(self._book)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._calendar)
        column.addWidget(self._day)
        column.addLayout(times)
        column.addLayout(answer)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._name.textEdited.connect(self._write_down)
        self._name.returnPressed.connect(self._enter)
        self._calendar.activated.connect(self._collect)
        self._start.timeChanged.connect(self._collect)
        self._end.timeChanged.connect(self._collect_end)
        self._more.clicked.connect(self.more_asked)
        self._book.clicked.connect(self._send)
        self.model.changed.connect(self._follow)
        self.model.refused.connect(self._tell)
        self.model.repeat.changed.connect(self._show_button)
        self._appearance.changed.connect(self._dress)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        model = self.model
        draft, answer = model.draft, model.answer
        self._is_filling = True
        fill_choice(self._calendar, calendar_rows(model.calendars), draft.calendar)
        if self._name.text() != draft.name:
            self._name.setText(draft.name)
        day = model.locale.day(draft.day)
        self._day.setText(f"{day} · {model.zone_note}" if model.zone_note else day)
        self._start.show_minute(draft.minute)
        self._end.show_minute(model.end_minute)
        self._is_filling = False
        self._headline.setText(answer.headline)
        lines = (*answer.reasons, *filter(None, (answer.note, model.missing)))
        self._reasons.setText("\n".join(lines) or answer.who)
        self._reasons.setVisible(bool(self._reasons.text()))
        self._problem.clear()
        self._problem.hide()
        self._show_button()
        self._dress()

    @Slot()
    def _show_button(self) -> None:
        goes_on = bool(self.model.missing)  # what is asked for is answered in the dialog
        self._book.setText(self.tr("Continue…") if goes_on else self.model.button)
        self._book.setEnabled(self.model.can_book or goes_on)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        self._fit()
        if self.is_untouched:
            self._name.setFocus()

    @Slot()
    def _dress(self) -> None:
        palette, answer = self._appearance.palette, self.model.answer
        tint = palette.good if answer.is_open else palette.warning
        sign = Sign.SYNCED if answer.is_open else Sign.ATTENTION
        size = grow(self.font(), _SIGN)
        self._sign.setPixmap(self._icons.pixmap(sign, tint, size, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#quick_booking {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 10px; }}"
            f"#quick_headline {{ color: {tint}; }}"
            f"#quick_day, #quick_reasons {{ color: {palette.quiet_text}; }}"
            f"#quick_problem {{ color: {palette.danger}; }}"
            f"#quick_book {{ background: {palette.accent}; color: {palette.on_accent}; }}"
            f"#quick_book:disabled {{ background: {palette.line}; color: {palette.faint_text}; }}"
        )
        self._fit()

    def _fit(self) -> None:
        """As high as its wrapped texts need, beside what it is about."""
        layout = self.layout()
        if layout is not None and not self._beside.isNull():
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
            move_beside(self, self._beside, self._room)

    # --- collecting -------------------------------------------------------------------------

    @Slot()
    def _write_down(self) -> None:
        self._problem.hide()
        self.model.write_down(replace(self.model.draft, name=self._name.text()))

    @Slot()
    def _collect(self) -> None:
        if self._is_filling:
            return
        self.model.change(
            replace(
                self.model.draft,
                calendar=self._calendar.currentData() or 0,
                minute=self._start.minute,
            )
        )

    @Slot()
    def _collect_end(self) -> None:
        if not self._is_filling:
            self.model.end_at(self._end.minute)

    @Slot(QModelIndex)
    def _take_contact(self, index: QModelIndex) -> None:
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self.model.take_contact(contact)

    @Slot()
    def _enter(self) -> None:
        """Enter books what is open; going against the rules takes a click."""
        if self.model.answer.is_open:
            self._send()

    @Slot()
    def _send(self) -> None:
        if not self._book.isEnabled():
            return
        if self.model.missing:
            self.more_asked.emit()
            return
        with busy_cursor():
            is_booked = self.model.book()
        if is_booked:
            self.closed.emit()

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

"""One line, and below it what it would book; Enter books it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import TARGET, grow
from lcdesk.ui.quick_add.quick_add_model import QuickAddModel
from lcdesk.ui.week.grid.accessible import announce
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name

_WIDTH, _HEIGHT = 500, 230


class QuickAddDialog(QDialog):
    """Where the rules refuse it, Enter only says so; the button, or Ctrl+Enter, insists."""

    more_asked = Signal(QObject)  # the booking, of which the calendar has to be told more

    def __init__(
        self, model: QuickAddModel, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quick_add_dialog")
        self.setWindowTitle(self.tr("Quick add"))
        self._model = model
        self._appearance = appearance
        self._make_parts()
        self._arrange()
        self._line.textChanged.connect(model.read)
        self._buttons.accepted.connect(self._book)
        self._buttons.rejected.connect(self.reject)
        model.changed.connect(self._show)
        model.booking.refused.connect(self._refuse)
        appearance.changed.connect(self._show)
        self._show()
        self.resize(grow(self.font(), _WIDTH), grow(self.font(), _HEIGHT))
        self._line.setFocus()

    def _make_parts(self) -> None:
        self._line = set_name(QLineEdit(), "quick_add_line")
        self._line.setPlaceholderText(self.tr("Cut Anna tomorrow 14-15 /salon"))
        self._line.setAccessibleName(self.tr("What to book"))
        self._line.setMinimumHeight(TARGET + 8)
        self._who = plain_label("", "quick_add_who", wraps=True)
        self._who.setFont(heading_font(self._who, 1.1))
        self._when = plain_label("", "quick_add_when", wraps=True)
        self._answer = plain_label("", "quick_add_answer", wraps=True)
        hint = self.tr("Who and what, a day, a time. / names a calendar, @ a staff member.")
        self._hint = plain_label(hint, "quick_add_hint", wraps=True)
        self._book_button = set_name(QPushButton(), "quick_add_book")
        self._book_button.setAutoDefault(False)  # Enter is the line's
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self._book_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        set_name(cancel, "quick_add_cancel").setAutoDefault(False)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addSpacing(4)
        for label in (self._hint, self._who, self._when, self._answer):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._buttons)

    @Slot()
    def _show(self) -> None:
        model, palette = self._model, self._appearance.palette
        has_line = bool(self._line.text().strip())
        for label, text in (
            (self._who, model.who),
            (self._when, model.when),
            (self._answer, model.answer),
        ):
            label.setText(text if has_line else "")
            label.setVisible(has_line)
        self._hint.setVisible(not has_line)
        go_on = self.tr("Continue…") if model.booking.missing else ""
        self._book_button.setText(go_on or model.booking.answer.button)
        self._book_button.setEnabled(has_line and model.can_book)
        self._book_button.setDefault(has_line and model.is_open)
        colour = palette.quiet_text if model.is_open else palette.warning
        self.setStyleSheet(
            f"#quick_add_answer {{ color: {colour}; }}"
            f"#quick_add_hint {{ color: {palette.quiet_text}; }}"
        )

    @Slot()
    def _book(self) -> None:
        booking = self._model.booking
        if self._model.can_book and booking.missing:
            self.more_asked.emit(booking)
            self.accept()
        elif self._model.can_book and booking.book():
            self.accept()

    @Slot(str)
    def _refuse(self, why: str) -> None:
        self._answer.setText(why)
        announce(self._line, why)

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()  # a box of buttons that comes up makes its first one the default

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        insists = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._model.is_open or insists:
            self._book()
        else:
            announce(self._line, self._model.answer)

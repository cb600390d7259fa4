"""The reminders that nobody has answered: what was missed, in one window, to open or dismiss."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.metrics import grow, inset
from lcdesk.ui.reminders.reminder_words import ReminderCard
from lcdesk.ui.reminders.reminders_model import SNOOZE_LABELS, Reminders, Snooze
from lcdesk.ui.widgets.labels import Look, heading, quiet
from lcdesk.ui.widgets.page import Panel
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.wording.labels import tr


class RemindersWindow(QDialog):
    """Modeless; follows what is answered here, in a notice or by another lcdesk."""

    def __init__(self, model: Reminders, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminders_window")
        self.setWindowTitle(tr("Reminders"))
        self._model = model
        self._look = look
        self._shown: tuple[ReminderCard, ...] | None = None
        self._scroll = set_name(QScrollArea(), "reminders_list")
        self._scroll.setAccessibleName(tr("Reminders"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.dismiss_all = set_name(QPushButton(tr("Dismiss all")), "reminders_dismiss_all")
        self.dismiss_all.setAutoDefault(False)
        self.dismiss_all.clicked.connect(self._dismiss_all)
        buttons.addButton(self.dismiss_all, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)
        self.resize(grow(self.font(), 520), grow(self.font(), 420))
        model.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is open now; the keyboard stays where it was as far as that is there."""
        cards = self._model.cards()
        if cards == self._shown:
            return
        focused: QWidget | None = self.focusWidget()
        name = "" if focused is None else focused.objectName()
        self._shown = cards
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(inset(0, 0, 6, 0))
        column.setSpacing(10)
        for card in cards:
            column.addWidget(self._row(card))
        if not cards:
            column.addWidget(heading(self._look, tr("Nothing to be reminded of")))
            column.addWidget(quiet(self._look, tr("Reminders that you did not answer stand here.")))
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setMinimumWidth(
            body.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        )
        self.dismiss_all.setEnabled(bool(cards))
        again = body.findChild(QPushButton, name) if name else None
        if again is not None:
            again.setFocus()

    def _row(self, card: ReminderCard) -> Panel:
        panel = Panel(self._look)
        title = heading(self._look, card.title)
        panel.column.addWidget(title)
        panel.column.addWidget(quiet(self._look, card.soon))
        panel.column.addWidget(quiet(self._look, card.details))
        row = QHBoxLayout()
        show = self._button(tr("Open"), "open", card)
        show.clicked.connect(self._open)
        off = self._button(tr("Snooze"), "snooze", card)
        off.setMenu(self._menu(card, off))
        seen = self._button(tr("Dismiss"), "dismiss", card)
        seen.clicked.connect(self._dismiss)
        for button in (show, off, seen):
            row.addWidget(button)
        row.addStretch(1)
        panel.column.addLayout(row)
        return panel

    def _button(self, text: str, name: str, card: ReminderCard) -> QPushButton:
        button = set_name(QPushButton(text), f"reminder_{name}_{card.reminder}")
        button.setAccessibleName(tr("{action}: {title}").format(action=text, title=card.title))
        button.setAutoDefault(False)
        button.setProperty("reminder", card.reminder)
        return button

    def _menu(self, card: ReminderCard, button: QPushButton) -> QMenu:
        menu = QMenu(button)
        menu.setObjectName(f"reminder_snoozes_{card.reminder}")
        for choice in self._model.snoozes(card.start):
            action = menu.addAction(tr(SNOOZE_LABELS[choice]))
            action.setData((card.reminder, choice.name))
            action.triggered.connect(self._snooze)
        return menu

    def _card(self) -> ReminderCard | None:
        """The one whose button was pressed, unless it is gone by now."""
        number = self.sender().property("reminder")
        return next((card for card in self._shown or () if card.reminder == number), None)

    @Slot()
    def _open(self) -> None:
        card = self._card()
        if card is not None:
            self._model.open(card)

    @Slot()
    def _dismiss(self) -> None:
        card = self._card()
        if card is not None:
            self._model.dismiss([card.reminder])

    @Slot()
    def _snooze(self) -> None:
        number, choice = self.sender().data()  # type: ignore[attr-defined]  # a QAction
        for card in self._shown or ():
            if card.reminder == number:
                self._model.snooze(card, Snooze[choice])

    @Slot()
    def _dismiss_all(self) -> None:
        self._model.dismiss([card.reminder for card in self._shown or ()])

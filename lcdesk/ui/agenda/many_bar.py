"""The bar below the agenda while several entries are selected: what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.agenda.many_model import STATUSES, Many
from lcdesk.ui.entries.card_model import ENDING, CardAction
from lcdesk.ui.widgets.flow import FlowLayout
from lcdesk.ui.widgets.parts import plain_label, set_name
from lcdesk.ui.wording.labels import mark, tr, with_number

_WORDS = {
    CardAction.CONFIRM: mark("Confirm"),
    CardAction.SHOWED: mark("Showed"),
    CardAction.NOSHOW: mark("No-show"),
    CardAction.CANCEL: mark("Cancel appointments"),
}


class ManyBar(QWidget):
    """Hidden unless several are selected. What can be done with none of them is not there."""

    action_asked = Signal(CardAction)
    copy_asked = Signal()
    export_asked = Signal()

    def __init__(self, many: Many, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_many")
        self._many = many
        self._count = plain_label("", "agenda_count")
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: dict[CardAction, QPushButton] = {}
        self._row = FlowLayout(QMargins(8, 6, 8, 6), 6)
        self._row.addWidget(self._count)
        self.setLayout(self._row)
        for action, text in _WORDS.items():
            button = self._button(tr(text), f"agenda_{action.name.lower()}")
            button.setProperty("action", action)
            button.clicked.connect(self._ask)
            self._buttons[action] = button
        self._copy = self._button(self.tr("Copy"), "agenda_copy")
        self._copy.clicked.connect(self.copy_asked)
        self._export = self._button(self.tr("Export…"), "agenda_export")
        self._export.clicked.connect(self.export_asked)
        self.hide()

    def show_chosen(self, entries: Sequence[AgendaEntry]) -> None:
        """Offer what can be done with these."""
        self.setVisible(len(entries) > 1)
        if len(entries) < 2:
            return
        self._count.setText(with_number(len(entries), "{n} selected", "{n} selected"))
        for action, button in self._buttons.items():
            able = self._many.able(action, entries)
            button.setVisible(bool(able))
            button.setToolTip(with_number(len(able), "{n} appointment", "{n} appointments"))
        self._export.setVisible(self._many.can_export(entries))

    def make_menu(self, parent: QWidget) -> QMenu:
        """The same as a menu, for a right click."""
        menu = set_name(QMenu(parent), "agenda_menu")
        for button in (*self._buttons.values(), self._copy, self._export):
            if not button.isHidden():
                if button in (self._buttons[each] for each in STATUSES if each in ENDING):
                    menu.addSeparator()
                menu.addAction(button.text()).triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _button(self, text: str, name: str) -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        self._row.addWidget(button)
        return button

    @Slot()
    def _ask(self) -> None:
        self.action_asked.emit(self.sender().property("action"))

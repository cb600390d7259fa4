"""Whose accounts and calendars a page of My Profile shows."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.widgets.parts import show_in_place
from lcdesk.ui.wording.labels import tr


class MemberChooser(QWidget):
    """Every page has one of its own; what is chosen on one holds on all. Hidden for one member."""

    def __init__(self, accounts: AccountSettings) -> None:
        super().__init__()
        self._accounts = accounts
        label = QLabel(tr("Staff member"))
        self.box = QComboBox()
        self.box.setObjectName("member_box")
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.activated.connect(self._choose)
        accounts.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        members = self._accounts.members
        shown = [(self.box.itemData(at), self.box.itemText(at)) for at in range(self.box.count())]
        if shown != [(member.id, member.name) for member in members]:
            self.box.clear()
            for member in members:
                self.box.addItem(member.name, member.id)
        self.box.setCurrentIndex(self.box.findData(self._accounts.member))
        show_in_place(self, len(members) > 1)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._accounts.choose_member(int(self.box.itemData(index)))

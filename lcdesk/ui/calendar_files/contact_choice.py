"""Whom the selected events of a file are booked for: somebody who is known, or who is made so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import one_line
from lcdesk.ui.widgets.fields import CONTACT, contact_completer
from lcdesk.ui.widgets.parts import plain_label, set_name


class ContactChoice(QWidget):
    """A name to be typed, and a button that says what becomes of it."""

    chosen = Signal(Contact)  # with id 0 it is to be made

    def __init__(
        self,
        contacts: Sequence[Contact],
        read_contact: Callable[[str], Contact | None],
        parent: QWidget,
    ) -> None:
        """`read_contact` makes of a text somebody new, or nobody."""
        super().__init__(parent)
        self._read_contact = read_contact
        self._by_name: dict[str, list[Contact]] = {}
        for contact in contacts:
            self._by_name.setdefault(contact.name.casefold(), []).append(contact)
        self._picked: Contact | None = None
        self._name = set_name(QLineEdit(), "calendar_import_contact")
        self._name.setPlaceholderText(self.tr("Name, or Name <e-mail>"))
        completer = contact_completer(contacts, self)
        # By row: two contacts may share a name.
        completer.activated[QModelIndex].connect(self._pick)  # type: ignore[index]
        self._name.setCompleter(completer)
        self._take = set_name(QPushButton(), "calendar_import_take_contact")
        self._take.setAutoDefault(False)
        label = plain_label(self.tr("Contact of the selected events"))
        label.setBuddy(self._name)
        self._name.setAccessibleName(self.tr("Contact of the selected events"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._name, 1)
        row.addWidget(self._take)
        self._name.textChanged.connect(self._show_button)
        self._take.clicked.connect(self._choose)
        self._has_selection = False
        self._show_button()

    def propose(self, contact: Contact | None, *, has_selection: bool) -> None:
        """Show who could be meant; nothing is decided by that."""
        self._has_selection = has_selection
        self._picked = contact if contact is not None and contact.id else None
        self._name.setText("" if contact is None else _written(contact))
        self._show_button()

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self._picked = contact
            self._show_button()

    @Slot()
    def _show_button(self) -> None:
        known = self._known()
        self._take.setText(self.tr("New contact") if known is None else self.tr("Set contact"))
        self._take.setEnabled(self._has_selection and self._wanted() is not None)

    @Slot()
    def _choose(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self.chosen.emit(wanted)

    def _known(self) -> Contact | None:
        """Who is known by what stands in the field; nobody where two share the name."""
        text = self._name.text().strip().casefold()
        if self._picked is not None and text in (
            self._picked.name.casefold(),
            _written(self._picked).casefold(),
        ):
            return self._picked
        found = self._by_name.get(text, [])
        return found[0] if len(found) == 1 else None

    def _wanted(self) -> Contact | None:
        if not self._name.text().strip():
            return None
        return self._known() or self._read_contact(self._name.text())


def _written(contact: Contact) -> str:
    """As `parse_contact` reads it, to be edited: without the marks that turn a shown line."""
    name, email = one_line(contact.name), contact.email
    if not email:
        return name
    return f"<{email}>" if name == email else f"{name} <{email}>"

"""Known contacts offered while a name is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from lcdesk.model.domain.people import Contact

CONTACT = Qt.ItemDataRole.UserRole + 1  # of a row: the Contact itself, since two may share a name
_NAME = Qt.ItemDataRole.UserRole + 2


def contact_completer(contacts: Sequence[Contact], parent: QWidget) -> QCompleter:
    """Finds contacts by any part of their name; the name is what is put into the field."""
    completer = QCompleter(_rows(contacts, parent), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionRole(_NAME)  # what is matched, and what is put into the field
    return completer


def _rows(contacts: Sequence[Contact], parent: QWidget) -> QStandardItemModel:
    rows = QStandardItemModel(parent)
    for contact in contacts:
        reach = contact.email or contact.phone
        item = QStandardItem(f"{contact.name} — {reach}" if reach else contact.name)
        item.setData(contact, CONTACT)
        item.setData(contact.name, _NAME)
        rows.appendRow(item)
    return rows

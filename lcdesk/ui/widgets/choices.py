"""What is chosen from: radio buttons, check boxes, lists that stay open while they are filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QRadioButton

from lcdesk.model.domain.calendars import Calendar
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.look.palette import ink
from lcdesk.ui.wording.labels import in_groups

Row = tuple[int | None, str, QIcon]


def calendar_rows(calendars: Sequence[Calendar]) -> list[Row]:
    """The calendars under their groups; headings only where somebody made groups."""
    if not any(calendar.group for calendar in calendars):
        return [(calendar.id, calendar.name, _swatch(calendar.colour)) for calendar in calendars]
    rows: list[Row] = []
    for heading, some in in_groups(calendars):
        rows.append((None, heading, QIcon()))
        rows += [(calendar.id, calendar.name, _swatch(calendar.colour)) for calendar in some]
    return rows


def fill_choice(box: QComboBox, rows: Sequence[Row], chosen: int) -> None:
    """Show these rows; nothing is built anew while they are the same, so a popup stays open.

    A row without a key is a heading, which cannot be chosen.
    """
    present = [(box.itemData(at), box.itemText(at)) for at in range(box.count())]
    if present != [(key, text) for key, text, _ in rows]:
        box.clear()
        for key, text, icon in rows:
            box.addItem(icon, text, key)
            model = box.model()
            if key is None and isinstance(model, QStandardItemModel):
                model.item(box.count() - 1).setEnabled(False)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setToolTip(as_typed(box.currentText()))


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(colour))
    painter.drawRoundedRect(2, 2, 20, 20, 6, 6)
    painter.end()
    return QIcon(pixmap)


def radio(text: str, name: str) -> QRadioButton:
    """One of several."""
    button = QRadioButton(text)
    _prepare(button, name)
    return button


def check(text: str, name: str) -> QCheckBox:
    """Yes or no."""
    box = QCheckBox(text)
    _prepare(box, name)
    return box


def _prepare(button: QAbstractButton, name: str) -> None:
    button.setObjectName(name)
    button.setMinimumHeight(TARGET)
    button.setIconSize(QSize(12, 12))

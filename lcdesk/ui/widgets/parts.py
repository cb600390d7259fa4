"""Small parts that dialogs and the window are put together from.

What is chosen from: radio buttons, check boxes, lists that stay open while they are filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QObject, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QResizeEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTimeEdit,
    QWidget,
)

from lcdesk.model.domain.calendars import Calendar
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, inset, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.wording.labels import in_groups, tr
from lcdesk.ui.wording.messages import worded

# Fusion puts the text of a time field at its very edge.
TIME_MARGINS = (6, 0, 0, 0)

_TYPED_OR_CHOSEN = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def set_name(widget: AnyWidget, name: str) -> AnyWidget:
    """The widget with an object name, for style sheets and tests."""
    widget.setObjectName(name)
    return widget


def plain_label(text: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """A label that shows text as it is: titles from a server must not become markup."""
    label = set_name(QLabel(text), name)
    show_plainly(label)
    if wraps:
        wrap(label)
    return label


def show_in_place(widget: QWidget, is_shown: bool) -> None:
    """Show or hide it where it stands. What stands nowhere yet would be shown as a window of its
    own, which takes the keyboard; it comes into sight with what it is put into.
    """
    if is_shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.setVisible(is_shown)


def show_plainly(label: QLabel) -> None:
    """Show text as it is, beginning where lines of the window begin: Qt goes by the text, so that
    an address would stand at the far side of a mirrored window.
    """
    label.setTextFormat(Qt.TextFormat.PlainText)
    if QGuiApplication.isRightToLeft():
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        label.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)


def wrap(label: QLabel) -> None:
    """Let plain text go on in the next line. Where lines begin at the right, Qt 6.11 moves each
    that wraps to the left by its last space, so that room is left for it there.
    """
    label.setWordWrap(True)
    if QGuiApplication.isRightToLeft():
        space = label.fontMetrics().horizontalAdvance(" ")
        label.setContentsMargins(inset(0, 0, space + 1, 0))


class ShortLine(QLabel):
    """A line of text that is shorter or ends in "…" where it has no room, whole in its tooltip."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(text)

    def say(self, text: str, short: str = "") -> None:
        """Show another text, or what is said instead of it where it has no room."""
        self._whole, self._short = text, short or text
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        right = Qt.TextElideMode.ElideRight
        metrics, width = self.fontMetrics(), self.width()
        has_room = metrics.horizontalAdvance(self._whole) <= width
        text = self._whole if has_room else self._short
        shown = metrics.elidedText(text, right, width)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else as_typed(self._whole))

    # --- Qt ---------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def message_box(parent: QWidget, name: str, text: str, more: str = "") -> QMessageBox:
    """A message box that shows its text, and more below it, letter by letter."""
    box = set_name(QMessageBox(parent), name)
    box.setText(worded(text))
    box.setInformativeText(worded(more))
    box.setTextFormat(Qt.TextFormat.PlainText)  # of both, once both are there
    return box


def warning_box(parent: QWidget, name: str, text: str, more: str) -> QMessageBox:
    """The same for what went wrong; it goes when it is closed."""
    box = message_box(parent, name, text, more)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def heading_font(widget: QWidget, factor: float) -> QFont:
    """The widget's font, larger and bolder."""
    return scale_font(widget.font(), factor, weight=QFont.Weight.DemiBold)


def form_of_fields() -> QFormLayout:
    """A form whose labels stand in the middle of their fields, and whose fields grow."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setHorizontalSpacing(12)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return form


def accept_or_cancel(dialog: QDialog, accept: QPushButton) -> QDialogButtonBox:
    """The row at the foot of a dialog: Cancel, and what Enter means."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    accept.setDefault(True)
    buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def align_labels(*forms: QFormLayout) -> None:
    """Give forms that stand over each other one edge, and labels the middle of their fields.

    Qt makes each form's column as wide as its own labels, and centres a label on a field only
    while that is no higher than a line of text needs.
    """
    rows = [pair for form in forms for pair in _labels_of(form)]
    width = max(label.sizeHint().width() for label, _ in rows)
    for label, height in rows:
        is_one_line = height <= 3 * label.fontMetrics().height()
        label.setMinimumSize(width, height if is_one_line else 0)
    for form in forms:
        _name_fields(form)


def _name_fields(form: QFormLayout) -> None:
    """Tell screen readers what each field is: its label, and of dates and times which it is.

    Qt names only a field that stands alone beside its label.
    """
    for row in range(form.rowCount()):
        label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        text = None if label is None else label.widget()
        if field is None or not isinstance(text, QLabel):
            continue
        fields = [widget for widget in _widgets(field) if isinstance(widget, _TYPED_OR_CHOSEN)]
        if fields and text.buddy() is None:
            text.setBuddy(fields[0])
        for each in fields:
            each.setAccessibleName(each.accessibleName() or _spoken(text, each))


def _spoken(label: QLabel, field: QWidget) -> str:
    if isinstance(field, QTimeEdit):
        return tr("{label}, time").format(label=label.text())
    if isinstance(field, QDateEdit):
        return tr("{label}, date").format(label=label.text())
    return label.text()


def _labels_of(form: QFormLayout) -> Iterator[tuple[QWidget, int]]:
    """The labels, each with its field's height."""
    for row in range(form.rowCount()):
        label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        text = None if label is None else label.widget()
        if text is not None and field is not None:
            # Asked one by one: a layout counts nothing that has no parent yet.
            yield text, max(widget.sizeHint().height() for widget in _widgets(field))


def _widgets(item: QLayoutItem) -> Iterator[QWidget]:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        yield widget
    if layout is not None:
        for at in range(layout.count()):
            inner = layout.itemAt(at)
            if inner is not None:
                yield from _widgets(inner)


def qdate(day: date) -> QDate:
    """A `date` as Qt has it."""
    return QDate(day.year, day.month, day.day)


def date_of(day: QDate) -> date:
    """A QDate as the model has it."""
    return date(day.year(), day.month(), day.day())


@contextmanager
def busy_cursor() -> Iterator[None]:
    """While something goes on that may take a second, such as a series of many dates."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def show_once(dialog: QDialog, model: QObject | None = None) -> None:
    """Open a dialog over its window; it goes for good when closed, and its model with it."""
    if model is not None:
        model.setParent(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


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


def keep_narrow(box: QComboBox, letters: int) -> None:
    """As wide as this many letters and no wider, however long a name in it is."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)


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

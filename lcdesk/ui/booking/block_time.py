"""Block time for a staff member or a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.booking.block_time_model import Blocking, BlockModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.date_field import DateField, TimeField
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    form_of_fields,
    heading_font,
    plain_label,
    set_name,
)
from lcdesk.ui.wording.labels import mark, tr_of

_STAYS_HERE = mark("Blocked time stays on this computer; it never goes to {place}.")


class BlockTimeDialog(QDialog):
    """Shows a BlockModel's choices and hands it what was entered."""

    def __init__(
        self,
        model: BlockModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("block_dialog")
        self.setWindowTitle(
            self.tr("Edit blocked time") if model.is_change else self.tr("Block time")
        )
        self._model = model
        self._appearance = appearance
        self._make_fields(icons)
        self._arrange()
        self._dress()
        appearance.changed.connect(self._dress)
        self._whole_days.toggled.connect(self._show_times)
        self._first.dateChanged.connect(self._follow_first)
        model.refused.connect(self._tell)
        self._fill()
        self._title.setFocus()

    def _make_fields(self, icons: Icons) -> None:
        self._title = set_name(QLineEdit(), "block_title")
        self._title.setPlaceholderText(self.tr("What for? (optional)"))
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setFont(heading_font(self, 1.2))
        self._whom = set_name(QComboBox(), "block_whom")
        self._whom.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette, locale = self._appearance.palette, self._model.context.locale
        self._first = set_name(
            DateField(palette, icons, first_weekday=locale.first_weekday), "block_first"
        )
        self._last = set_name(
            DateField(palette, icons, first_weekday=locale.first_weekday), "block_last"
        )
        self._start = TimeField("block_start", locale)
        self._end = TimeField("block_end", locale)
        self._whole_days = set_name(QCheckBox(self.tr("Whole days")), "block_whole_days")
        self._note = plain_label(
            tr_of(_STAYS_HERE, self._model.server_name),
            "block_note",
            wraps=True,
        )
        self._problem = plain_label(name="block_problem", wraps=True)
        self._problem.hide()

    def _arrange(self) -> None:
        form = form_of_fields()
        form.addRow(self.tr("For"), self._whom)
        form.addRow(self.tr("From"), _pair(self._first, self._start))
        form.addRow(self.tr("To"), _pair(self._last, self._end))
        form.addRow("", self._whole_days)
        align_labels(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.setMinimumWidth(grow(self.font(), 420))

    def _buttons(self) -> QDialogButtonBox:
        self._block = set_name(QPushButton(), "block_accept")
        self._block.setText(self.tr("Save") if self._model.is_change else self.tr("Block time"))
        return accept_or_cancel(self, self._block)

    def _fill(self) -> None:
        begin = self._model.start
        for staff, calendar, words in self._model.choices:
            self._whom.addItem(words, (staff, calendar))
            if (staff, calendar) == (begin.staff, begin.calendar):
                self._whom.setCurrentIndex(self._whom.count() - 1)
        self._title.setText(begin.title)
        self._first.show_day(begin.first)
        self._last.show_day(begin.last)
        self._start.show_minute(begin.start)
        self._end.show_minute(begin.end)
        self._whole_days.setChecked(begin.whole_days)
        self._block.setEnabled(self._whom.count() > 0)

    def _read_form(self) -> Blocking:
        staff, calendar = self._whom.currentData()
        return Blocking(
            staff=staff,
            calendar=calendar,
            first=self._first.day,
            start=self._start.minute,
            last=self._last.day,
            end=self._end.minute,
            whole_days=self._whole_days.isChecked(),
            title=self._title.text(),
        )

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._note.setStyleSheet(f"color: {palette.quiet_text};")
        self._problem.setStyleSheet(f"color: {palette.danger};")
        self._first.restyle(palette)
        self._last.restyle(palette)

    @Slot(bool)
    def _show_times(self, whole_days: bool) -> None:
        self._start.setVisible(not whole_days)
        self._end.setVisible(not whole_days)

    @Slot(QDate)
    def _follow_first(self, first: QDate) -> None:
        """The end never lies before the beginning."""
        if self._last.date() < first:
            self._last.setDate(first)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        if self._block.isEnabled() and self._model.block(self._read_form()):
            super().accept()


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 2)
    row.addWidget(second, 1)
    return row

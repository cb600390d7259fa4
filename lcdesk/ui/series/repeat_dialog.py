"""Let an appointment repeat: the rule, and every later date before it is booked."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.series.repeat_box import RepeatBox
from lcdesk.ui.series.repeat_dialog_model import RepeatDialogModel
from lcdesk.ui.widgets.parts import align_labels, busy_cursor, heading_font, plain_label, set_name


class RepeatDialog(QDialog):
    """Shows a RepeatDialogModel and hands it the rule that is picked; the model books."""

    def __init__(
        self,
        model: RepeatDialogModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("repeat_dialog")
        self.setWindowTitle(self.tr("Repeat appointment"))
        self._model = model
        self._appearance = appearance
        self._make(icons)
        self._arrange()
        self._repeat.changed.connect(self._choose)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        model.changed.connect(self._show)
        model.dates.changed.connect(self._show_button)
        model.refused.connect(self._tell)
        appearance.changed.connect(self._dress)
        self._dress()
        self._show()
        self._repeat.every.setFocus()

    def _make(self, icons: Icons) -> None:
        palette, locale = self._appearance.palette, self._model.locale
        self._name = plain_label(self._model.name, "repeat_name", wraps=True)
        self._name.setFont(heading_font(self, 1.2))
        self._when = plain_label(name="repeat_when", wraps=True)
        self._repeat = RepeatBox(self._model.dates, palette, icons, locale)
        self._repeat.every.removeItem(self._repeat.every.findData(""))  # never is Cancel
        self._problem = plain_label(name="repeat_problem", wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = set_name(QPushButton(), "repeat_save")
        self._save.setDefault(True)
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("repeat_cancel")
        cancel.setAutoDefault(False)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("Repeat"), self._repeat.every)
        align_labels(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._when)
        column.addLayout(form)
        column.addWidget(self._repeat, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)

    @Slot()
    def _choose(self) -> None:
        self._model.choose(self._repeat.repetition)

    @Slot()
    def _show(self) -> None:
        self._when.setText(self._model.when)
        self._repeat.show_repetition(self._model.repetition)
        self._tell(self._model.problem)
        self._show_button()

    @Slot()
    def _show_button(self) -> None:
        self._save.setText(self._model.button)
        self._save.setEnabled(self._model.can_save)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._when.setStyleSheet(f"color: {palette.quiet_text};")
        self._problem.setStyleSheet(f"color: {palette.danger};")
        self._repeat.dress(palette)

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        if not self._save.isEnabled():
            return
        with busy_cursor():
            is_booked = self._model.save()
        if is_booked:
            super().accept()

"""Print: what, which days and how at the left, the pages as they will be at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.printing.printing_model import MOST_DAYS, NAMES, Form
from lcdesk.ui.printing.printout import Printout, Wish
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import check, plain_label, radio, set_name, show_once
from lcdesk.ui.wording.labels import tr, with_number

_SOON_MS = 150  # of quiet, before the pages are made anew
_PREVIEW_WIDTH, _SIDE_WIDTH, _HEIGHT = 620, 250, 620
_PAPERS = ((QPageSize.PageSizeId.A4, "A4"), (QPageSize.PageSizeId.Letter, "Letter"))
_DPI = 600

MakePrintout = Callable[[Wish], Printout]


class PrintDialog(QDialog):
    """Every change shows its pages. What can be printed can be kept as a PDF, too."""

    def __init__(
        self,
        make: MakePrintout,
        form: Form,
        days: Days,
        *,
        appearance: Appearance,
        icons: Icons,
        first_weekday: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("print_dialog")
        self.setWindowTitle(tr("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make = make
        self._printout: Printout | None = None
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        colours = appearance.palette
        self.first = set_name(DateField(colours, icons, first_weekday=first_weekday), "print_first")
        self.last = set_name(DateField(colours, icons, first_weekday=first_weekday), "print_last")
        self.first.show_day(days.first)
        self.last.show_day(days.last)
        appearance.changed.connect(self._dress)
        self._appearance = appearance
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.make_pages)
        self._make_parts(form)
        self._arrange()
        self._connect()
        self.make_pages()

    def done(self, result: int) -> None:
        """End the timer with the dialog."""
        self._soon.stop()
        super().done(result)

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self, form: Form) -> None:
        self._forms = QButtonGroup(self)
        for at, (known, name) in enumerate(NAMES.items()):
            button = radio(tr(name), f"print_{known.value}")
            button.setChecked(known is form)
            self._forms.addButton(button, at)
        self._paper = set_name(QComboBox(), "print_paper")
        for paper, name in _PAPERS:
            self._paper.addItem(name, paper)
        self._paper.setCurrentIndex(int(usual_paper() is QPageSize.PageSizeId.Letter))
        self._grey = check(tr("Black and white"), "print_grey")
        self._said = plain_label("", "print_said", wraps=True)
        self._preview = set_name(QPrintPreviewWidget(self._printer, self), "print_preview")
        self._print = set_name(QPushButton(tr("Print…")), "print_now")
        self._save = set_name(QPushButton(tr("Save as PDF…")), "print_save")
        self._close = set_name(QPushButton(tr("Close")), "print_close")
        self._has_printer = bool(QPrinterInfo.availablePrinterNames())
        if not self._has_printer:
            self._print.setToolTip(tr("No printer is set up on this computer."))

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(6)
        for button in self._forms.buttons():
            side.addWidget(button)
        for text, field in (
            (tr("From"), self.first),
            (tr("To"), self.last),
            (tr("Paper"), self._paper),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            side.addSpacing(6)
            side.addWidget(label)
            side.addWidget(field)
        side.addSpacing(6)
        side.addWidget(self._grey)
        side.addSpacing(6)
        side.addWidget(self._said)
        side.addStretch(1)
        for button in (self._print, self._save, self._close):
            side.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(16)
        held = QWidget()
        held.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        held.setFixedWidth(grow(self.font(), _SIDE_WIDTH))
        row.addWidget(held)
        row.addWidget(self._preview, 1)
        self.resize(grow(self.font(), _SIDE_WIDTH) + _PREVIEW_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        (self._print if self._has_printer else self._save).setDefault(True)
        self._forms.idClicked.connect(self._wait)
        self.first.dateChanged.connect(self._keep_order)
        self.last.dateChanged.connect(self._wait)
        self._paper.activated.connect(self._wait)
        self._grey.clicked.connect(self._wait)
        self._preview.paintRequested.connect(self._paint)
        self._print.clicked.connect(self._ask_printer)
        self._save.clicked.connect(self._ask_for_file)
        self._close.clicked.connect(self.reject)
        self._keep_order()

    @Slot()
    def _dress(self) -> None:
        for field in (self.first, self.last):
            field.restyle(self._appearance.palette)

    # --- what is wanted ---------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        first, last = self.first.day, self.last.day
        return Wish(
            list(NAMES)[self._forms.checkedId()],
            Days(first, (last - first).days + 1),
            QPageSize.PageSizeId(self._paper.currentData()),
            is_coloured=not self._grey.isChecked(),
        )

    @Slot()
    def _keep_order(self) -> None:
        """Nothing ends before it begins, and no printout goes on for years."""
        first = self.first.day
        self.last.begin_at(first)
        self.last.end_at(first + timedelta(days=MOST_DAYS - 1))
        self._wait()

    @Slot()
    def _wait(self) -> None:
        self._soon.start()

    @Slot()
    def make_pages(self) -> None:
        """Show what is chosen now."""
        self._soon.stop()
        self._printout = printout = self._make(self.wish)
        printout.set_up(self._printer)
        self._said.setText(
            tr("There is nothing to print on these days.")
            if printout.is_empty
            else with_number(printout.count, "{n} page", "{n} pages")
        )
        self._print.setEnabled(self._has_printer and not printout.is_empty)
        self._save.setEnabled(not printout.is_empty)
        self._preview.updatePreview()

    @Slot(QPrinter)
    def _paint(self, printer: QPrinter) -> None:
        if self._printout is not None:
            self._printout.paint(printer)

    # --- printing ---------------------------------------------------------------------------

    @Slot()
    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._printout is None:
            return
        self._printout.set_up(printer)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._paint(printer))
        show_once(dialog)

    @Slot()
    def _ask_for_file(self) -> None:
        ask_where_to_save(
            self,
            "print_file_dialog",
            title=tr("Save as PDF"),
            kinds=[tr("PDF files (*.pdf)")],
            suggestion=tr("calendar.pdf"),
            then=self.write,
        )

    @Slot(str)
    def write(self, file: str) -> None:
        """Keep the pages as a PDF: beside the file first, so that it stays if that fails."""
        if self._printout is None:
            return
        wanted = Path(file)
        draft = wanted.with_name(f".{wanted.name}.part")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(_DPI)
        printer.setOutputFileName(str(draft))
        self._printout.set_up(printer)
        try:
            draft.touch(0o600)  # for its owner only; and Qt says nothing where it cannot write
            self._printout.paint(printer)
            draft.replace(wanted)
        except OSError as error:
            draft.unlink(missing_ok=True)
            self._said.setText(
                tr("The file could not be written: {reason}. Choose another folder.").format(
                    reason=error.strerror or error
                )
            )
            return
        self._said.setText(tr("Saved as {file}.").format(file=wanted.name))


def usual_paper() -> QPageSize.PageSizeId:
    """Letter where it is the usual paper, else A4."""
    letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4

"""The card of a contact: a window that stays open beside the week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFocusEvent, QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.contacts.card_model import ContactCard, Visit
from lcdesk.ui.look.as_typed import as_line, as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.offers import Offer
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.labels import Line, Link, Look, Text, dot_icon, heading, quiet
from lcdesk.ui.widgets.parts import set_name

_VISIT = Qt.ItemDataRole.UserRole
_MOST_AHEAD = 6  # a series would push what was before out of sight
_NOT_IN_FILE_NAME = re.compile(r"[^\w .@+-]")
_NOT_DIALLED = re.compile(r"[^\d+*#]")


class ContactDialog(QDialog):
    """Shows a ContactCard. What is written in the notes is kept when they are left."""

    shown_in_week = Signal(date, str)  # day, entry id
    booking_asked = Signal(int)  # contact
    editing_asked = Signal(int)
    merging_asked = Signal(int)
    said = Signal(Offer)

    def __init__(self, model: ContactCard, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("contact_dialog")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model.setParent(self)
        self._model = model
        self._look = look
        self._kept_notes = ""
        self._shows_all = False
        self._make_parts()
        self._arrange()
        self._connect()
        self._show()
        self.resize(grow(self.font(), 560), grow(self.font(), 600))
        self._book.setFocus()

    @property
    def contact(self) -> int:
        """Whose card it is."""
        return self._model.contact.id

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        look = self._look
        self._name = set_name(heading(look, "", 1.35), "contact_card_name")
        self._email = set_name(Link(look), "contact_card_email")
        self._phone = set_name(Link(look), "contact_card_phone")
        self._summary = set_name(quiet(look), "contact_card_summary")
        self._waits = set_name(quiet(look), "contact_card_waits")
        self._same = set_name(Link(look), "contact_card_same")
        self._visits = _tree(self.tr("Appointments"))
        self._notes = set_name(_Notes(), "contact_card_notes")
        self._notes.setPlaceholderText(self.tr("Nothing noted yet"))
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(grow(self.font(), 76))
        self._notes.setAccessibleName(self.tr("Notes"))
        self._problem = set_name(Text(look, tone="danger"), "contact_card_problem")
        self._problem.hide()
        self._book = self._button(self.tr("Book again…"), "contact_card_book")
        self._merge = self._button(self.tr("Merge…"), "contact_card_merge")
        self._edit = self._button(self.tr("Edit…"), "contact_card_edit")
        self._export = self._button(self.tr("Export vCard…"), "contact_card_export")
        self._show_in_week = self._button(self.tr("Show in week"), "contact_card_show")
        self._close = self._button(self.tr("Close"), "contact_card_close")

    def _button(self, text: str, name: str) -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._merge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._book, 0, Qt.AlignmentFlag.AlignTop)
        reach = QHBoxLayout()
        reach.setSpacing(18)
        reach.addWidget(self._email)
        reach.addWidget(self._phone)
        reach.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._export)
        foot.addStretch(1)
        foot.addWidget(self._show_in_week)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(reach)
        column.addWidget(self._summary)
        column.addWidget(self._waits)
        column.addWidget(self._same)
        column.addSpacing(4)
        column.addWidget(self._visits, 1)
        column.addWidget(heading(self._look, self.tr("Notes")))
        column.addWidget(self._notes)
        column.addWidget(self._problem)
        column.addWidget(Line(self._look))
        column.addLayout(foot)

    def _connect(self) -> None:
        self._model.changed.connect(self._show)
        self._model.gone.connect(self.close)
        self._model.refused.connect(self._problem.say)
        self._look.appearance.changed.connect(self._show_visits)
        self._book.clicked.connect(self._ask_booking)
        self._notes.left.connect(self._keep_notes)
        self._edit.clicked.connect(self._ask_editing)
        self._export.clicked.connect(self._ask_for_file)
        self._merge.clicked.connect(self._ask_merging)
        self._same.pressed.connect(self._ask_merging)
        self._close.clicked.connect(self.close)
        self._show_in_week.clicked.connect(self._go_to_chosen)
        self._visits.itemActivated.connect(self._go_to_chosen)
        self._visits.itemClicked.connect(self._show_more)
        self._visits.currentItemChanged.connect(self._enable)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        contact = self._model.contact
        self.setWindowTitle(self._model.name)
        self._name.say(self._model.name)
        self._email.say(as_line(contact.email), _mail_address(contact.email))
        self._phone.say(as_line(contact.phone), QUrl(f"tel:{_NOT_DIALLED.sub('', contact.phone)}"))
        self._summary.say(self._model.summary)
        self._waits.say(self._model.waits)
        self._same.say(self._model.likely_same)
        if self._notes.toPlainText() == self._kept_notes:  # else somebody is writing
            self._notes.setPlainText(contact.notes)
        self._kept_notes = contact.notes
        self._show_visits()

    @Slot()
    def _show_visits(self) -> None:
        chosen = self._chosen()
        self._visits.clear()
        ahead = self._model.ahead
        shown = ahead if self._shows_all or len(ahead) <= _MOST_AHEAD + 1 else ahead[:_MOST_AHEAD]
        self._add_visits(self.tr("Next appointments"), shown)
        if len(shown) < len(ahead):
            more = QTreeWidgetItem([self.tr("and %n more", "", len(ahead) - len(shown))])
            more.setForeground(0, ink(self._look.colour("accent")))
            more.setSizeHint(1, self._row_size())
            self._visits.addTopLevelItem(more)
            more.setFirstColumnSpanned(True)
        self._add_visits(self.tr("Past and cancelled"), self._model.rest)
        self._visits.setVisible(self._visits.topLevelItemCount() > 0)
        self._choose("" if chosen is None else chosen.entry)
        self._enable()

    def _add_visits(self, title: str, visits: Sequence[Visit]) -> None:
        if not visits:
            return
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(0, scale_font(self.font(), 0.92, weight=QFont.Weight.DemiBold))
        head.setForeground(0, ink(self._look.colour("quiet_text")))
        head.setSizeHint(1, QSize(0, round(Metrics.of(self.font()).line * 1.8)))
        self._visits.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        self._visits.addTopLevelItems([self._row(visit) for visit in visits])

    def _row(self, visit: Visit) -> QTreeWidgetItem:
        item = QTreeWidgetItem([visit.when, visit.calendar, visit.staff, visit.status])
        item.setData(0, _VISIT, visit)
        item.setIcon(0, dot_icon(visit.colour))
        item.setToolTip(1, as_typed(visit.calendar))
        item.setSizeHint(1, self._row_size())
        if visit.is_dead:
            for column in range(self._visits.columnCount()):
                item.setForeground(column, ink(self._look.colour("quiet_text")))
        return item

    def _row_size(self) -> QSize:
        return QSize(0, max(TARGET, round(Metrics.of(self.font()).line * 1.6)))

    def _choose(self, entry: str) -> None:
        for item in self._visits.findItems("", Qt.MatchFlag.MatchContains):
            visit = item.data(0, _VISIT)
            if visit is not None and visit.entry == entry:
                self._visits.setCurrentItem(item)

    def _chosen(self) -> Visit | None:
        item = self._visits.currentItem()
        found = None if item is None else item.data(0, _VISIT)
        return found if isinstance(found, Visit) else None

    @Slot()
    def _enable(self) -> None:
        self._show_in_week.setEnabled(self._chosen() is not None)

    # --- what a person does -----------------------------------------------------------------

    @Slot()
    def _go_to_chosen(self) -> None:
        visit = self._chosen()
        if visit is not None:
            self.shown_in_week.emit(visit.day, visit.entry)
        else:
            self._show_more()

    @Slot()
    def _show_more(self) -> None:
        """All that is ahead, where the row for the rest is chosen."""
        if self._visits.currentItem() is not None and self._chosen() is None:
            self._shows_all = True
            self._show_visits()

    @Slot()
    def _ask_booking(self) -> None:
        if self._keep_notes():
            self.booking_asked.emit(self.contact)

    @Slot()
    def _ask_editing(self) -> None:
        if self._keep_notes():
            self.editing_asked.emit(self.contact)

    @Slot()
    def _ask_for_file(self) -> None:
        if not self._keep_notes():
            return
        ask_where_to_save(
            self,
            "contact_card_file",
            title=self.tr("Export vCard"),
            kinds=[self.tr("vCard (*.vcf)")],
            suggestion=f"{_NOT_IN_FILE_NAME.sub('-', self._model.name)}.vcf",
            then=self._write,
        )

    @Slot(str)
    def _write(self, file: str) -> None:
        self.said.emit(Offer(self._model.export(Path(file))))

    @Slot()
    def _ask_merging(self) -> None:
        if self._keep_notes():
            self.merging_asked.emit(self.contact)

    @Slot()
    def _keep_notes(self) -> bool:
        self._problem.say("")
        return self._model.save_notes(self._notes.toPlainText())

    # --- Qt ---------------------------------------------------------------------------------

    def reject(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was written is not lost; where it cannot be kept the card stays."""
        event.setAccepted(self._keep_notes())


class _Notes(QPlainTextEdit):
    """Says when the keyboard has gone elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _tree(name: str) -> QTreeWidget:
    tree = set_name(QTreeWidget(), "contact_card_visits")
    tree.setAccessibleName(name)
    tree.setColumnCount(4)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setIndentation(0)
    tree.setIconSize(QSize(12, 12))
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    tree.setStyleSheet("QTreeView::item { padding: 0 6px; }")
    return tree


def _mail_address(email: str) -> QUrl:
    address = QUrl()
    address.setScheme("mailto")
    address.setPath(email)
    return address

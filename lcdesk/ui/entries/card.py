"""A small card beside a selected block: what it is, how it stands, what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.words import PlaceName
from lcdesk.ui.entries.card_model import ENDING, Card, CardAction, Person, label
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET, grow, inset
from lcdesk.ui.widgets.labels import Link, Look
from lcdesk.ui.widgets.parts import ShortLine, heading_font, plain_label, set_name
from lcdesk.ui.widgets.popover import cast_shadow, move_beside, room_for_popover

_WIDTH = 304
_GAP = 8
_MOST_PEOPLE = 12
_SWATCH = 11
_ICON = 14  # for usual text


class EntryCard(QFrame):
    """Lies over the window beside a block. It takes no focus unless it is asked to."""

    action_requested = Signal(str, CardAction)  # block id
    seat_cancel_requested = Signal(str)  # the seat's entry id
    seat_change_requested = Signal(str)
    contact_requested = Signal(int)
    keyboard_left = Signal()  # it had the focus, and is gone
    closed = Signal()

    def __init__(self, appearance: Appearance, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_card")
        self._appearance = appearance
        self._icons = icons
        self._look = Look(appearance, icons)
        self._room = parent
        self._card: Card | None = None
        self._beside = QRect()
        self._body: QWidget | None = None
        # What is higher than the window scrolls.
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setFixedWidth(grow(self.font(), _WIDTH))
        cast_shadow(self)
        appearance.changed.connect(self._rebuild)
        self.hide()

    @property
    def block(self) -> str:
        """The block it is about; empty while it is hidden."""
        return "" if self._card is None else self._card.block

    def show_card(self, card: Card, beside: QRect) -> None:
        """Show these details beside a rectangle of the parent."""
        self._beside = beside
        if card != self._card:
            self._card = card
            self._rebuild()
        self._move_beside()
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Go to the first button, for the keyboard."""
        self._focus("")

    def put_away(self) -> None:
        """Go away; what it is about stays selected."""
        self._card = None
        has_focus = self.isAncestorOf(self.window().focusWidget())
        self.hide()
        if has_focus:
            self.keyboard_left.emit()

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        if self._card is not None:
            self.put_away()
            self.closed.emit()

    # --- building ---------------------------------------------------------------------------

    @Slot()
    def _rebuild(self) -> None:
        if self._card is None:
            return
        before, focused = self._body, self.window().focusWidget()
        self._body = self._make_body(self._card)
        self._scroll.takeWidget()
        self._scroll.setWidget(self._body)
        self._body.show()
        if before is not None:
            if before.isAncestorOf(focused):
                self._focus(focused.objectName())
            before.hide()
            before.deleteLater()
        self._dress(self._card)
        self._move_beside()

    def _focus(self, name: str) -> None:
        """To the button of this name, else to the first; the body before is gone soon."""
        if self._body is None:
            return
        buttons = [
            *self._body.findChildren(QPushButton),
            *self._body.findChildren(QToolButton, "card_close"),
        ]
        named = [button for button in buttons if button.objectName() == name]
        (named or buttons)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_body(self, card: Card) -> QWidget:
        body = set_name(QWidget(), "card_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(inset(16, 9, 12, 14))
        column.setSpacing(6)
        column.addLayout(self._head(card))
        self._say(column, card.when)
        self._say(column, card.travel, "quiet", "card_travel")
        self._line(column, Sign.REPEAT, card.repeats)
        self._line(column, Sign.PEOPLE, card.staff)
        self._line(column, Sign.PLACE, card.location)
        self._line(column, Sign.RESOURCE, card.resources)
        for person in card.people[:_MOST_PEOPLE]:
            self._add_person(column, person)
        if len(card.people) > _MOST_PEOPLE:
            rest = len(card.people) - _MOST_PEOPLE
            self._say(column, self.tr("and {n} more").format(n=rest), "quiet")
        self._line(column, Sign.INFO, card.answers)
        self._line(column, Sign.NOTE, card.notes)
        self._line(column, Sign.CALENDAR, card.source)
        self._line(column, Sign.INFO, card.overridden)
        self._say(column, card.sync, "urgent" if card.is_urgent else "quiet", "card_sync")
        self._add_actions(column, card)
        return body

    def _head(self, card: Card) -> QHBoxLayout:
        title = plain_label(card.title, "card_title", wraps=True)
        title.setFont(heading_font(self, 1.15))
        title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        # The first line stands beside the middle of the button.
        drop = max(0, (TARGET - title.fontMetrics().height()) // 2)
        title.setContentsMargins(0, drop, 0, 0)
        close = set_name(QToolButton(), "card_close")
        close.setText("×")
        close.setFixedHeight(TARGET)
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.dismiss)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._swatch(title, drop), 0, top)
        row.addWidget(title, 1)
        if card.status:
            status = plain_label(card.status, "card_status")
            lower = title.fontMetrics().ascent() - status.fontMetrics().ascent()
            status.setContentsMargins(0, drop + lower, 0, 0)
            row.addWidget(status, 0, top)
        row.addWidget(close, 0, top)
        return row

    def _swatch(self, title: QLabel, drop: int) -> QFrame:
        """The calendar's colour, in the middle of the title's first line."""
        swatch = set_name(QFrame(), "card_swatch")
        swatch.setFixedSize(_SWATCH, _SWATCH)
        holder = QFrame()
        column = QVBoxLayout(holder)
        middle = (title.fontMetrics().height() - _SWATCH + 1) // 2
        column.setContentsMargins(0, drop + middle, 0, 0)
        column.addWidget(swatch)
        return holder

    def _line(self, column: QVBoxLayout, sign: Sign, text: str) -> None:
        if not text:
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon(sign), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(text, wraps=True), 1)
        column.addLayout(row)

    def _icon(self, sign: Sign) -> QLabel:
        """A sign beside the middle of a line of text."""
        size = grow(self.font(), _ICON)
        tint = self._appearance.palette.quiet_text
        icon = QLabel()
        icon.setPixmap(self._icons.pixmap(sign, tint, size, self.devicePixelRatioF()))
        icon.setFixedHeight(max(size, self.fontMetrics().height()))
        return icon

    def _say(self, column: QVBoxLayout, text: str, tone: str = "", name: str = "") -> None:
        if text:
            said = plain_label(text, name, wraps=True)
            said.setProperty("tone", tone)
            column.addWidget(said)

    def _add_person(self, column: QVBoxLayout, person: Person) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        icon = self._icon(Sign.PERSON)
        if person.seat:  # its first line is as high as the buttons in it
            icon.setFixedHeight(grow(self.font(), TARGET))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._person_words(person), 1)
        column.addLayout(row)

    def _person_words(self, person: Person) -> QVBoxLayout:
        out = self.tr("{name} (cancelled)").format(name=person.name)
        name = set_name(Link(self._look), f"card_contact_{person.contact}")
        name.say(out if person.is_out else person.name)
        name.setProperty("contact", person.contact)
        name.setToolTip(self.tr("Everything about this contact"))
        name.pressed.connect(self._show_contact)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(name, 1)
        for button in self._seat_buttons(person) if person.seat else ():
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        for reach in () if person.is_out else person.reach:
            line = ShortLine(reach)
            line.setProperty("tone", "quiet")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(line)
        if person.letter:
            words.addWidget(self._letter(person))
        for answer in person.answers:
            self._say(words, answer, "quiet")
        return words

    def _letter(self, person: Person) -> Link:
        letter = set_name(Link(self._look), f"card_letter_{person.contact}")
        letter.say(self.tr("Write e-mail"), QUrl(person.letter))
        letter.setAccessibleName(self.tr("Write an e-mail to {name}").format(name=person.name))
        letter.setToolTip(self.tr("In your mail program, with the text begun"))
        return letter

    def _seat_buttons(self, person: Person) -> tuple[QToolButton, QToolButton]:
        change = set_name(QToolButton(), f"card_change_{person.seat}")
        change.setText(self.tr("Change…"))
        spoken = self.tr("Give the seat of {name} to somebody else")
        change.setAccessibleName(spoken.format(name=person.name))
        change.clicked.connect(self._change_seat)
        cancel = set_name(QToolButton(), f"card_seat_{person.seat}")
        cancel.setText(self.tr("Cancel"))
        cancel.setAccessibleName(self.tr("Cancel the seat of {name}").format(name=person.name))
        cancel.clicked.connect(self._cancel_seat)
        for button in (change, cancel):
            button.setProperty("seat", person.seat)
            button.setFixedHeight(grow(self.font(), TARGET))
        return change, cancel

    def _add_actions(self, column: QVBoxLayout, card: Card) -> None:
        if not card.actions:
            return
        column.addSpacing(4)
        row: QHBoxLayout | None = None
        used = self.width()
        for action in card.actions:
            button = self._action_button(action, card.server_name)
            width = button.sizeHint().width() + _GAP
            if row is None or used + width > self.width() - 20:
                row, used = QHBoxLayout(), 0
                row.setSpacing(_GAP)
                row.addStretch(1)
                column.addLayout(row)
            row.insertWidget(row.count() - 1, button)
            used += width

    def _action_button(self, action: CardAction, server_name: PlaceName) -> QPushButton:
        button = set_name(QPushButton(label(action, server_name)), f"card_{action.name.lower()}")
        button.setAutoDefault(False)
        button.setProperty("action", action.name)
        button.setProperty("ending", action in ENDING)
        button.clicked.connect(self._act)
        return button

    @Slot()
    def _act(self) -> None:
        if self._card is not None:
            action = CardAction[str(self.sender().property("action"))]
            self.action_requested.emit(self._card.block, action)

    @Slot()
    def _show_contact(self) -> None:
        self.contact_requested.emit(int(self.sender().property("contact")))

    @Slot()
    def _change_seat(self) -> None:
        self.seat_change_requested.emit(str(self.sender().property("seat")))

    @Slot()
    def _cancel_seat(self) -> None:
        self.seat_cancel_requested.emit(str(self.sender().property("seat")))

    def _dress(self, card: Card) -> None:
        palette = self._appearance.palette
        self.setStyleSheet(
            f"#entry_card {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 10px; }}"
            f"QScrollArea, #card_body {{ background: transparent; }}"
            f"#card_swatch {{ background: {card.colour[:7] or palette.line};"
            f" border-radius: 3px; }}"
            f'QLabel[tone="quiet"], #card_status {{ color: {palette.quiet_text}; }}'
            f'QLabel[tone="urgent"] {{ color: {palette.warning}; }}'
            f"QToolButton[seat] {{ padding: 0 4px; }}"
            f'QPushButton[ending="true"] {{ color: {palette.danger}; }}'
        )

    def _fit(self, most: int) -> None:
        """As high as the wrapped texts need; a layout asked for its size hint guesses."""
        layout = None if self._body is None else self._body.layout()
        if layout is not None:
            layout.activate()
            # A line that just fits without the card's edge would be cut with it.
            edge = self.contentsMargins()
            width = self.width() - edge.left() - edge.right()
            height = layout.totalHeightForWidth(width)
            self.setFixedHeight(min(height + edge.top() + edge.bottom(), most))

    def _move_beside(self) -> None:
        self._fit(room_for_popover(self._room).height())
        move_beside(self, self._beside, self._room)

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

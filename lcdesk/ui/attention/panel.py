"""Needs attention: everything that waits for a person, each with its meaning and choices."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.attention.attention_model import AttentionModel
from lcdesk.ui.attention.items_model import Item, Side
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import fixed, grow, inset
from lcdesk.ui.look.palette import mix
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name, show_once
from lcdesk.ui.wording.labels import mark, tr_of

_OFFER = mark(
    "When an event is deleted {there}, its time stays blocked here until you release it. "
    "It can be released by itself instead."
)


class AttentionPanel(QDialog):
    """Stays open beside the week and follows what is decided, here or there."""

    shown_in_week = Signal(date, str)  # day, entry id
    settings_requested = Signal()

    def __init__(self, model: AttentionModel, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attention_panel")
        self.setWindowTitle(self.tr("Needs attention"))
        self.setModal(False)
        self._model = model
        self._appearance = appearance
        self._shown: tuple[Item, ...] | None = None
        self._by_name: dict[str, Item] = {}
        self._said = plain_label("", "attention_said", wraps=True)
        self._scroll = set_name(QScrollArea(), "attention_list")
        self._scroll.setAccessibleName(self.tr("Needs attention"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._said)
        column.addWidget(self._scroll)
        self.resize(grow(self.font(), 520), grow(self.font(), 600))
        model.changed.connect(self.refresh)
        model.refused.connect(self._say)
        appearance.changed.connect(self._rebuild)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what waits now."""
        if self._model.items != self._shown:
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        self._shown = self._model.items
        self._by_name = {item.key: item for item in self._shown}
        offset = self._scroll.verticalScrollBar().value()
        body = set_name(QWidget(), "attention_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(inset(0, 0, 6, 0))
        column.setSpacing(10)
        self._add_offer(column)
        for item in self._shown:
            column.addWidget(self._card(item))
        if not self._shown:
            self._add_empty(column)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.verticalScrollBar().setValue(offset)
        self._dress()
        # As wide as the buttons of one entry need; what wraps takes more lines.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(body.minimumSizeHint().width() + bar)

    # --- building ---------------------------------------------------------------------------

    def _add_empty(self, column: QVBoxLayout) -> None:
        head = plain_label(self.tr("Nothing waits for you"), "attention_empty")
        head.setFont(heading_font(self, 1.15))
        said = self.tr("What a sync cannot decide by itself is shown here.")
        text = plain_label(said, wraps=True)
        text.setProperty("tone", "quiet")
        column.addStretch(1)
        for label in (head, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)

    def _add_offer(self, column: QVBoxLayout) -> None:
        """What concerns all slots whose event was deleted in iCloud."""
        count = self._model.slots_deleted
        offers = self._model.offers_to_switch
        if count < 2 and not offers:
            return
        box = set_name(QFrame(), "attention_offer")
        rows = QVBoxLayout(box)
        buttons = QHBoxLayout()
        if count > 1:
            text = self.tr("Release all {n}").format(n=count)
            buttons.addWidget(self._button(text, "attention_release_all", self._release_all))
        if offers:
            said = tr_of(_OFFER, self._model.slots_server_name)
            rows.addWidget(plain_label(said, wraps=True))
            switch, leave = self.tr("Always release"), self.tr("Leave it so")
            buttons.addWidget(self._button(switch, "attention_switch", self._switch))
            buttons.addWidget(self._button(leave, "attention_leave", self._leave))
        buttons.addStretch(1)
        rows.addLayout(buttons)
        column.addWidget(box)

    def _card(self, item: Item) -> QFrame:
        card = set_name(QFrame(), f"item_{item.key}")
        card.setProperty("item", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(5)
        why = plain_label(item.why, wraps=True)
        why.setProperty("tone", "urgent")
        title = plain_label(item.title, "item_title", wraps=True)
        title.setFont(heading_font(self, 1.1))
        head = QHBoxLayout()
        head.addWidget(why, 1)
        if item.day is not None:
            jump = self._button(self.tr("Show in week"), "attention_jump", self._jump, item.key)
            jump.setFlat(True)
            jump.setProperty("link", True)
            head.addWidget(jump)
        column.addLayout(head)
        column.addWidget(title)
        if item.when and not item.sides:
            column.addWidget(plain_label(item.when, wraps=True))
        self._add_sides(column, item.sides)
        meaning = plain_label(item.meaning, "item_meaning", wraps=True)
        meaning.setProperty("tone", "quiet")
        column.addWidget(meaning)
        self._add_buttons(column, item)
        return card

    def _add_sides(self, column: QVBoxLayout, sides: tuple[Side, ...]) -> None:
        if not sides:
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        for side in sides:
            box = QFrame()
            box.setProperty("side", True)
            lines = QVBoxLayout(box)
            lines.setContentsMargins(10, 6, 10, 8)
            lines.setSpacing(2)
            name = plain_label(side.name, wraps=True)
            name.setProperty("tone", "quiet")
            lines.addWidget(name)
            for line in side.lines:
                lines.addWidget(plain_label(line, wraps=True))
            lines.addStretch(1)
            row.addWidget(box, 1)
        column.addLayout(row)

    def _add_buttons(self, column: QVBoxLayout, item: Item) -> None:
        choices: list[QPushButton] = []
        for choice in item.choices:
            name = f"attention_{choice.name.lower()}"
            button = self._button(item.label(choice), name, self._decide, item.key)
            button.setProperty("choice", choice.value)
            button.setProperty("ending", item.ends(choice))
            choices.append(button)
        looks: list[QPushButton] = []
        if item.opens_settings:
            open_them = self.settings_requested.emit
            looks.append(self._button(self.tr("Open settings…"), "attention_settings", open_them))
        if item.text:
            looks.append(
                self._button(self.tr("Show text…"), "attention_text", self._show, item.key)
            )
            looks.append(
                self._button(self.tr("Save text…"), "attention_save", self._save, item.key)
            )
        for buttons in (choices, looks):
            if buttons:
                row = QHBoxLayout()
                for button in buttons:
                    row.addWidget(button)
                row.addStretch(1)
                column.addLayout(row)

    def _button(self, text: str, name: str, slot: object, key: str = "") -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        button.setProperty("item_key", key)
        button.clicked.connect(slot)
        return button

    def _dress(self) -> None:
        palette = self._appearance.palette
        warm = mix(palette.panel, palette.accent, 0.07)
        self.setStyleSheet(
            f"#attention_body, #attention_panel {{ background: {palette.window}; }}"
            f'QFrame[item="true"] {{ background: {palette.panel};'
            f" border: 1px solid {palette.line}; border-radius: 9px; }}"
            f"#attention_offer {{ background: {warm}; border: 1px solid {palette.line};"
            f" border-radius: 9px; }}"
            f'QFrame[side="true"] {{ background: {palette.window};'
            f" border: 1px solid {palette.line}; border-radius: 7px; }}"
            f'QLabel[tone="quiet"] {{ color: {palette.quiet_text}; }}'
            f'QLabel[tone="urgent"], #attention_said {{ color: {palette.warning}; }}'
            f'QPushButton[ending="true"] {{ color: {palette.danger}; }}'
            f'QPushButton[link="true"] {{ color: {palette.accent}; background: transparent;'
            " border: none; padding: 2px 0; }"
            'QPushButton[link="true"]:focus, QPushButton[link="true"]:hover'
            " { text-decoration: underline; }"
        )

    # --- deciding ---------------------------------------------------------------------------

    def _sender_item(self) -> Item | None:
        return self._by_name.get(str(self.sender().property("item_key")))

    @Slot()
    def _decide(self) -> None:
        self._say("")
        wanted = str(self.sender().property("choice"))
        item = self._sender_item()
        for choice in () if item is None else item.choices:
            if item is not None and choice.value == wanted:
                self._model.decide(item, choice)
                return

    @Slot()
    def _release_all(self) -> None:
        self._model.release_all()

    @Slot()
    def _switch(self) -> None:
        self._model.answer_offer(switch=True)
        self._rebuild()

    @Slot()
    def _leave(self) -> None:
        self._model.answer_offer(switch=False)
        self._rebuild()

    @Slot()
    def _jump(self) -> None:
        item = self._sender_item()
        if item is not None and item.day is not None:
            self.shown_in_week.emit(item.day, item.entry)

    @Slot()
    def _show(self) -> None:
        item = self._sender_item()
        if item is not None:
            show_once(_TextDialog(item, self))

    @Slot()
    def _save(self) -> None:
        item = self._sender_item()
        if item is None:
            return
        dialog = _SaveDialog(item, self._model, self)
        show_once(dialog)

    @Slot(str)
    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


class _TextDialog(QDialog):
    """An event's own text, as it came."""

    def __init__(self, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attention_text_dialog")
        self.setWindowTitle(item.title)
        text = set_name(QPlainTextEdit(item.text), "attention_text_shown")
        text.setReadOnly(True)
        text.setFont(fixed(self.font()))
        meaning: QLabel = plain_label(item.meaning, wraps=True)
        column = QVBoxLayout(self)
        column.addWidget(meaning)
        column.addWidget(text)
        copy = set_name(QPushButton(self.tr("Copy text")), "attention_text_copy")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        column.addLayout(row)
        self._text = item.text
        self.resize(grow(self.font(), 560), grow(self.font(), 420))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class _SaveDialog(QFileDialog):
    """Where an event's text is to be saved."""

    def __init__(self, item: Item, model: AttentionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save text"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("ics")
        self.selectFile(f"{item.key}.ics")
        self._item = item
        self._model = model
        self.fileSelected.connect(self._write)

    @Slot(str)
    def _write(self, file: str) -> None:
        self._model.save_text(self._item, file)

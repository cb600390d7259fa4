"""Where content stands: a page, made when somebody turns to it, and a form that scrolls.

Seven pages of forms take most of a second to build; a person looks at one or two of them.

Boxes: a framed card, a notice of what happened and what to do, a bar with the way back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.as_typed import as_sentences
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.metrics import Metrics, inset, screen_room
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, heading, quiet
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded


class Page(QScrollArea):
    """Put content into `column`; what is added keeps to the top."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        metrics = Metrics.of(self.font())
        self.gap = round(metrics.pad * 2)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(*(round(metrics.line * 1.2),) * 4)
        self.column = QVBoxLayout()
        self.column.setSpacing(self.gap)
        self.title = heading(look, title, 1.35)
        self.column.addWidget(self.title)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(content)

    def section(self, title: str, explanation: str = "") -> QVBoxLayout:
        """A part with its own heading; returns where its content goes."""
        part = QVBoxLayout()
        part.setSpacing(self.gap // 2)
        part.addSpacing(self.gap // 2)
        part.addWidget(heading(self.look, title))
        if explanation:
            part.addWidget(quiet(self.look, explanation))
        self.column.addLayout(part)
        return part


def open_over(owner: QWidget, dialog: QDialog) -> None:
    """Open a dialog that goes for good when closed; what it stood over has the focus again.

    A window manager gives it to the main window instead, which both belong to.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(owner.window().activateWindow)
    dialog.open()


Made = TypeVar("Made", bound=QWidget)


class LazyPage(QWidget, Generic[Made]):
    """Holds what `make` makes. Asking for the page makes it too."""

    def __init__(self, make: Callable[[], Made]) -> None:
        super().__init__()
        self._make = make
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def page(self) -> Made:
        """The page itself."""
        made = self._make()
        self._room.addWidget(made)
        return made

    def holds(self, page: QWidget) -> bool:
        """Whether this is where the page stands; makes nothing."""
        return page.parentWidget() is self

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.page.show()
        super().showEvent(event)


_ROUND_ABOUT = 150  # the window's title, the desktop's bars and the buttons below the form


class Scrolling(QScrollArea):
    """Asks for the room of its content, up to what the screen has; its dialog grows with it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        for clear in (self.viewport(), content):  # the dialog's own ground shows through
            clear.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        content = self._content.minimumSizeHint()
        needed = self._height_for(max(content.width(), self.viewport().width()))
        room = screen_room(self).height() - _ROUND_ABOUT
        if needed <= room:
            return QSize(content.width(), needed)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(content.width() + bar, room)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._content.sizeHint().width(), 0))

    def fit_now(self) -> None:
        """Ask at once for what the content needs now, instead of after the next events."""
        arrangement = self._content.layout()
        if arrangement is not None:
            arrangement.activate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dialog when the content wants another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _height_for(self, width: int) -> int:
        if self._content.hasHeightForWidth():
            return self._content.heightForWidth(width)
        return self._content.minimumSizeHint().height()


class Panel(QFrame):
    """A card with a quiet frame; `column` is where its content goes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edge = "line"
        metrics = Metrics.of(self.font())
        self._corner = round(metrics.corner * 2)
        pad = round(metrics.pad * 2)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(round(metrics.pad))
        look.appearance.changed.connect(self._restyle)
        self._restyle()

    def edge(self, tone: str) -> None:
        """Draw the frame in this tone."""
        self._edge = tone
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        surface, edge = self._look.colour("surface"), self._look.colour(self._edge)
        self.setStyleSheet(
            f"Panel {{ background: {surface};"
            f" border: 1px solid {edge}; border-radius: {self._corner}px; }}"
        )


class Notice(Panel):
    """Title, message, and what is under "Details". Hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("notice")
        self._sign = SignLabel(look)
        self.title = heading(look, "", 1.0)
        self.message = Text(look)
        self.details = Text(look, tone="quiet_text")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details_button = QPushButton(tr("Details"))
        self.details_button.setObjectName("details_button")
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self._actions = QHBoxLayout()
        self._arrange()
        self.hide()

    def show_problem(self, title: str, message: str, *, details: tuple[str, ...] = ()) -> None:
        """Say what happened and what to do."""
        title, message = worded(title), as_sentences(worded(message))
        self._sign.show_sign(Sign.FAILED, "danger")
        self.title.say(title)
        self.message.say(message)
        self.details.setText(as_sentences("\n".join(map(worded, details))))
        self.details_button.setVisible(bool(details))
        self.details_button.setChecked(False)
        self.details.hide()
        self.edge("danger")
        self.setAccessibleName(f"{title}. {message}")
        self.show()

    def add_action(self, button: QPushButton) -> None:
        """A button below the message, before "Details"."""
        self._actions.insertWidget(self._actions.count() - 2, button)

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        texts.addWidget(self.details)
        self._actions.addWidget(self.details_button)
        self._actions.addStretch(1)
        texts.addLayout(self._actions)
        row = QHBoxLayout()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.column.addLayout(row)


class UndoBar(Panel):
    """Stays until it is closed or something else is said: nobody has to be quick."""

    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("undo_bar")
        self.column.setContentsMargins(inset(12, 6, 6, 6))
        self.text = Text(look)
        self.text.setObjectName("undo_text")
        self.button = QPushButton(tr("Undo"))
        self.button.setObjectName("undo_button")
        self.button.setAutoDefault(False)
        close = QToolButton()
        close.setText("×")
        close.setAccessibleName(tr("Close"))
        self.button.clicked.connect(self._undo)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.column.addLayout(row)
        self.hide()

    @Slot(str)
    def offer(self, text: str) -> None:
        """Something was done."""
        self.offer_action(text, tr("Undo"))

    def offer_action(self, text: str, action: str) -> None:
        """Something was done, and what can be done about it; no button where that is empty."""
        self._say(text, "line")
        self.button.setText(action)
        self.button.setVisible(bool(action))

    @Slot(str)
    def refuse(self, text: str) -> None:
        """Something was not done."""
        self._say(text, "danger")
        self.button.hide()

    def _say(self, text: str, edge: str) -> None:
        text = as_sentences(text)
        self.text.setText(text)
        self.edge(edge)
        self.setAccessibleName(text)
        self.show()

    @Slot()
    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()

"""The window that shows the guide: pages with links between them, back and forward, find."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QIcon, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from lcdesk.ui.help.page_view import PageView
from lcdesk.ui.help.pages import INDEX, Guide, Page, split_link
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.wording.labels import tr

_SIZE = QSize(760, 720)
_FIND_WIDTH = 200
_OUTSIDE = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class _Visit:
    page: str
    anchor: str
    scrolled: int = 0  # where it was left, once it was


class GuideReader(QWidget):
    """Stays open beside everything, dialogs too. An address opens in the browser when clicked."""

    def __init__(self, guide: Guide, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide_reader")
        self._guide = guide
        self._look = look
        self._visits: list[_Visit] = []
        self._at = -1
        self._page: Page | None = None
        self._make_parts()
        self._arrange()
        self._connect()
        self._dress()
        self.resize(grow(self.font(), _SIZE.width()), grow(self.font(), _SIZE.height()))

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.view = set_name(PageView(self._look), "guide_page")
        self.view.setAccessibleName(tr("Page of the guide"))
        self._back = self._button(tr("Back"), "guide_back")
        self._forward = self._button(tr("Forward"), "guide_forward")
        self._contents = self._button(tr("Contents"), "guide_contents")
        self._find = set_name(QLineEdit(), "guide_find")
        self._find.setPlaceholderText(tr("Find on this page"))
        self._find.setAccessibleName(tr("Find on this page"))
        self._find.setClearButtonEnabled(True)
        self._find.setFixedWidth(grow(self.font(), _FIND_WIDTH))
        self._nothing = set_name(quiet(self._look), "guide_nothing")
        self._nothing.setWordWrap(False)

    def _button(self, text: str, name: str) -> QToolButton:
        button = set_name(QToolButton(), name)
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(6)
        for part in (self._back, self._forward, self._contents):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self._nothing)
        bar.addWidget(self._find)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.go_back)
        self._forward.clicked.connect(self.go_forward)
        self._contents.clicked.connect(self._show_contents)
        self.view.anchorClicked.connect(self.follow)
        self._find.textChanged.connect(self._find_first)
        self._find.returnPressed.connect(self._find_next)
        self._look.appearance.changed.connect(self._dress)
        standard = QKeySequence.StandardKey
        for keys, act in (
            (standard.Back, self.go_back),
            (standard.Forward, self.go_forward),
            (standard.Find, self._go_to_find),
            (standard.FindNext, self._find_next),
            (standard.Close, self.close),
            (standard.Cancel, self.close),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)
            shortcut.activated.connect(act)

    # --- going ------------------------------------------------------------------------------

    def open(self, link: str) -> None:
        """Show a page, at a heading where the link names one. Raises KeyError for no page."""
        name, anchor = split_link(link)
        visit = _Visit(name or self._visits[self._at].page, anchor)
        self._leave()
        self._visits = [*self._visits[: self._at + 1], visit]
        self._at += 1
        self._show(visit)

    @Slot(QUrl)
    def follow(self, address: QUrl) -> None:
        """A link that was clicked: a page of the guide here, anything else in the browser."""
        if address.scheme() in _OUTSIDE:
            QDesktopServices.openUrl(address)
        else:
            self.open(address.toString())

    @Slot()
    def go_back(self) -> None:
        """The page before, where it was left."""
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        """The page that Back came from."""
        self._go(1)

    def _go(self, step: int) -> None:
        if 0 <= self._at + step < len(self._visits):
            self._leave()
            self._at += step
            self._show(self._visits[self._at])

    @Slot()
    def _show_contents(self) -> None:
        self.open(INDEX)

    def _leave(self) -> None:
        if self._at >= 0:
            scrolled = self.view.verticalScrollBar().value()
            self._visits[self._at] = replace(self._visits[self._at], scrolled=scrolled)

    def _show(self, visit: _Visit) -> None:
        self._page = self._guide.page(visit.page)
        self.setWindowTitle(tr("{page} — Guide").format(page=self._page.title))
        self.view.show_page(self._page)
        heading = self._guide.heading_at(self._page, visit.anchor)
        if visit.scrolled:
            self.view.verticalScrollBar().setValue(visit.scrolled)
        elif heading is not None:
            self.view.show_heading(heading)
        self._back.setEnabled(self._at > 0)
        self._forward.setEnabled(self._at + 1 < len(self._visits))
        self._nothing.say("")
        self.view.setFocus()

    # --- finding ----------------------------------------------------------------------------

    @Slot()
    def _go_to_find(self) -> None:
        self._find.setFocus()
        self._find.selectAll()

    @Slot()
    def _find_first(self) -> None:
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    @Slot()
    def _find_next(self) -> None:
        """Behind what was found last; at the end it begins again."""
        text = self._find.text()
        if not text:
            self._nothing.say("")
            return
        is_found = self.view.find(text)
        if not is_found:
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
            is_found = self.view.find(text)
        self._nothing.say("" if is_found else tr("Not on this page"))

    # --- dressing ---------------------------------------------------------------------------

    @Slot()
    def _dress(self) -> None:
        """Colours of the page and its pictures are those of when it was laid out: again."""
        self._back.setIcon(self._icon(Sign.PREVIOUS))
        self._forward.setIcon(self._icon(Sign.NEXT))
        if self._at >= 0:
            self._leave()
            self._show(self._visits[self._at])

    def _icon(self, sign: Sign) -> QIcon:
        return self._look.icons.icon(sign)

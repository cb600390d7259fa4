"""A page of the guide as Qt shows Markdown, in the colours and at the text size in force."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from lcdesk.ui.help.pages import Page
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.look.palette import Scheme, ink
from lcdesk.ui.widgets.labels import Look

_MARGIN = 24
_LINE_HEIGHT = 132  # per cent
_DARK = "-dark"


class PageView(QTextBrowser):
    """Opens no link by itself; who shows it hears of `anchorClicked`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folder = Path()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(grow(self.font(), _MARGIN))

    def show_page(self, page: Page) -> None:
        """Lay the page out, from its top."""
        self._folder = page.folder
        self.clear()  # pictures are kept by their names, which pages and schemes share
        self.document().setDefaultFont(self.font())
        self.setMarkdown(page.text)
        self._dress()
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_heading(self, number: int) -> None:
        """Scroll until this heading, counted from 0, is at the top."""
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel()]
        cursor = QTextCursor(headings[number])
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.font().pointSize())

    def _blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    # --- dressing ---------------------------------------------------------------------------

    def _dress(self) -> None:
        """What Qt's Markdown leaves plain: room between lines, links, code and tables."""
        for block in self._blocks():
            self._dress_block(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        level, line = block.blockFormat().headingLevel(), self.fontMetrics().height()
        cursor = QTextCursor(block)
        fragments, room = _fragments(block), QTextBlockFormat()
        if not any(fragment.charFormat().isImageFormat() for fragment in fragments):
            proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
            room.setLineHeight(_LINE_HEIGHT, proportional.value)
        if level > 1:
            room.setTopMargin(line)
        cursor.mergeBlockFormat(room)
        for fragment in fragments:
            kind, marked = fragment.charFormat(), QTextCharFormat()
            if kind.isAnchor():
                marked.setForeground(ink(self._look.colour("accent")))
            elif kind.fontFixedPitch() or "monospace" in (kind.fontFamilies() or ()):
                marked.setBackground(ink(self._look.colour("hairline")))
            else:
                continue
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(marked)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorderCollapse(True)
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QBrush(QColor(self._look.colour("line"))))
        shape.setCellPadding(grow(self.font(), 6))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)

    # --- pictures ---------------------------------------------------------------------------

    def _fit_pictures(self) -> None:
        """No picture is wider than the page; each keeps its shape."""
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        for block in self._blocks():
            for fragment in _fragments(block):
                if not fragment.charFormat().isImageFormat():
                    continue
                picture = QTextImageFormat(fragment.charFormat().toImageFormat())
                natural = self._picture(picture.name()).width()
                picture.setWidth(max(1, min(natural, room)))
                cursor = QTextCursor(self.document())
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(picture)

    def _picture(self, name: str) -> QImage:
        """The one for a dark ground where the window is dark and there is one."""
        file = self._folder / name
        dark = file.with_stem(file.stem + _DARK)
        is_dark = self._look.appearance.palette.scheme is Scheme.DARK
        return QImage(str(dark if is_dark and dark.exists() else file))

    # --- Qt ---------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures beside the page; nothing else is loaded, and nothing from elsewhere."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return self._picture(QUrl(name).toString())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the window."""
        super().resizeEvent(event)
        self._fit_pictures()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """Its stretches of one format; what walks them has no type in PySide."""
    return [part.fragment() for part in cast("Iterable[QTextBlock.iterator]", block)]

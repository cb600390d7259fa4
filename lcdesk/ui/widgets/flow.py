"""A row of parts that goes on in another row where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Each part as wide as it wants; those that expand share what a row has left."""

    def __init__(self, margins: QMargins, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(margins)
        self.setSpacing(spacing)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are to be seen, row by row in this width."""
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not rows or needed > left:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= needed + self.spacing()
        return rows

    def _place(self, row: list[QLayoutItem], area: QRect) -> None:
        """From the side where reading begins."""
        is_rtl = self._is_rtl()
        growing = [item for item in row if item.expandingDirections() & Qt.Orientation.Horizontal]
        widths = [min(item.sizeHint().width(), area.width()) for item in row]
        spare = max(area.width() - sum(widths) - self.spacing() * (len(row) - 1), 0)
        x = 0
        for item, width in zip(row, widths, strict=True):
            if item in growing:
                width += spare // len(growing)
            left = area.right() + 1 - x - width if is_rtl else area.left() + x
            item.setGeometry(QRect(left, area.top(), width, area.height()))
            x += width + self.spacing()

    def _is_rtl(self) -> bool:
        owner = self.parentWidget()
        return isinstance(owner, QWidget) and owner.isRightToLeft()

    def _height(self, row: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in row)

    # --- Qt ---------------------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        gaps = self.spacing() * max(len(rows) - 1, 0)
        return sum(map(self._height, rows)) + gaps + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest part alone."""
        margins = self.contentsMargins()
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(margins)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        y = area.top()
        for row in self._rows(area.width()):
            height = self._height(row)
            self._place(row, QRect(area.left(), y, area.width(), height))
            y += height + self.spacing()

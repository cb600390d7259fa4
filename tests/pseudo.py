"""Languages that nobody speaks, made of what can be translated: a longer one and a mirrored one.

The longer one is accented and in brackets: what a window shows without them was never given to a
translator, or is a name. The mirrored one is written in Hebrew letters, from right to left.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QWidget,
)
from translations import all_files, set_apart, texts

OPEN, CLOSE = "⟦", "⟧"
_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבצדעפגהיחקלמנוףכרסטותשץםז") | {
    ord("→"): "←"
}
_KEPT = re.compile(r"(\{\w*\}|%n|%\d|<[^>]*>|&\w+;)")
_WORD = re.compile(r"[A-Za-z]{2,}")
# What the locale and Qt say: days and months, keys; zones are names.
_DAYS = (name for names in (calendar.day_name, calendar.day_abbr) for name in names)
_MONTHS = (name for names in (calendar.month_name, calendar.month_abbr) for name in names if name)
_NOT_OURS = re.compile(
    rf"\b({'|'.join((*_DAYS, *_MONTHS))}|Mo|Tu|We|Th|Fr|Sa|Su|UTC|[A-Z]\w+/[\w/-]+)\b"
    r"|\(((Ctrl|Alt|Shift)\+\S*|F\d+)\)"
    r"|^(Cancel|Close|Save|Scroll (Left|Right)|Press shortcut)$"
)


def pseudo(text: str) -> str:
    """`text` as this language says it, a third longer; what is filled in stays."""
    parts = _KEPT.split(text)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    return f"{OPEN}{''.join(parts)}{'~' * (len(text) // 3)}{CLOSE}"


def mirrored(text: str) -> str:
    """`text` in Hebrew letters, one for each; what is filled in stays, and is set apart."""
    parts = _KEPT.split(text)
    parts[::2] = [part.lower().translate(_HEBREW) for part in parts[::2]]
    return set_apart("".join(parts))


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset((text.context, text.source) for text in texts(all_files()))


class Pseudo(QTranslator):
    """Knows the texts that are found in the code, and no others; `write` says them."""

    def __init__(self, write: Callable[[str], str] = pseudo) -> None:
        super().__init__(QCoreApplication.instance())
        self._known, self._write = _known(), write

    def isEmpty(self) -> bool:
        """Qt asks nothing of one that is."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Nothing where the text has no translation."""
        del disambiguation, n
        return self._write(source) if (context, source) in self._known else None


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    """While inside, new windows speak it."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


@contextmanager
def reading_from_the_right(locale: str = "he_IL") -> Iterator[None]:
    """While inside, new windows are mirrored, in Hebrew letters, with the forms of that locale."""
    translator, before = Pseudo(mirrored), QLocale()
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(locale))
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(before)
        QCoreApplication.removeTranslator(translator)


def bare_texts(owner: QWidget, names: tuple[str, ...] = ()) -> set[str]:
    """What `owner` says outside brackets, but for `names`, which come from data."""
    found = set()
    for text in _said(owner):
        outside = _NOT_OURS.sub("", _outside(text))
        for name in names:
            outside = outside.replace(name, "")
        if _WORD.search(outside):
            found.add(text)
    return found


def _outside(text: str) -> str:
    """The text without what stands in brackets; they may stand in each other."""
    left, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            left.append(letter)
        depth -= letter == CLOSE
    return re.sub(r"<[^>]*>|&\w+;", "", "".join(left))


def _said(owner: QWidget) -> Iterator[str]:
    for widget in [owner, *owner.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if widget.isWindow():
            yield widget.windowTitle()
        match widget:
            case QAbstractButton() | QLabel():
                yield widget.text()
            case QGroupBox() | QMenu():
                yield widget.title()
            case QComboBox():
                yield from (widget.itemText(at) for at in range(widget.count()))
            case QLineEdit():
                yield widget.placeholderText()
            case QAbstractSpinBox():
                yield widget.text()
            case QListWidget():
                yield from (widget.item(at).text() for at in range(widget.count()))
    for action in owner.findChildren(QAction):
        yield from (action.text(), action.toolTip())

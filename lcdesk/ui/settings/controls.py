"""The controls of a page of Settings, with the words by which a person looks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from lcdesk.ui.wording.labels import mark, tr

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

# Other words for a control, by its object name: what people call it who do not know ours.
_OTHER_WORDS = {
    "connect_button": mark("Apple, iPhone, account, sign in, link, Google"),
    "connect_server_button": mark("Nextcloud, Fastmail, Radicale, CalDAV, account, server"),
    "edit_primary_options": mark("main calendar, default calendar, linked calendar"),
    "edit_conflict_options": mark("private events, busy, availability, block"),
    "scheme_system": mark("theme, colours, automatic"),
    "scheme_light": mark("theme, colours, bright, day mode"),
    "scheme_dark": mark("theme, colours, night mode, black"),
    "more_contrast": mark("accessibility, legible, colours"),
    "language": mark("German, English, translation, locale"),
    "keep_running": mark("background, quit, exit, close, tray"),
    "start_at_login": mark("autostart, boot, automatically, launch"),
    "is_quiet": mark("do not disturb, silence, night, weekend"),
    "notices_hide_details": mark("privacy, lock screen, private"),
    "attention_notices": mark("alerts, warnings"),
    "usual_reminder_add": mark("alarm, alert, remind"),
    "sync_page_now": mark("refresh, update, reload"),
    "sync_page_pause": mark("stop, offline"),
    "release_deleted": mark("delete, removed events"),
    "keep_deleted": mark("delete, removed events"),
    "stale_minutes": mark("old, outdated, warning"),
    "copy_versions": mark("version, support, bug"),
}


@dataclass(frozen=True, slots=True)
class Control:
    """A control and what is said of it. `words` are folded, the label's first."""

    widget: QWidget
    label: str
    section: str
    words: tuple[str, ...]
    label_words: int  # how many of them are the label's

    def rank(self, wanted: Sequence[str]) -> int | None:
        """How well the folded words fit, 0 best; None where one of them begins no word here."""
        first = self.words[: self.label_words]
        if all(_begins(word, first) for word in wanted):
            return 0 if first and first[0].startswith(wanted[0]) else 1
        return 2 if all(_begins(word, self.words) for word in wanted) else None


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return tuple("".join(sign if sign.isalnum() else " " for sign in plain).split())


def controls_of(page: QWidget, title: str) -> tuple[Control, ...]:
    """The controls in the order in which they are read, also those that are hidden at present."""
    found: list[Control] = []
    section, about, beside = title, "", ""
    is_first = True
    for widget in _read(page):
        if isinstance(widget, QLabel):
            if widget.font().weight() >= QFont.Weight.DemiBold:
                section, about, beside, is_first = widget.text(), "", "", True
            elif is_first:  # explains the whole section
                about = f"{about} {widget.text()}"
            else:
                beside = f"{beside} {widget.text()}"
        elif label := _label_of(widget):
            around = f"{section} {beside} {about} {title}"
            found.append(_control(widget, label, section, around))
            beside, is_first = "", False
    return tuple(found)


def _control(widget: QWidget, label: str, section: str, around: str) -> Control:
    others = _OTHER_WORDS.get(widget.objectName(), "")
    first = folded(label)
    more = folded(f"{widget.toolTip()} {tr(others) if others else ''} {around}")
    return Control(widget, label, section, (*first, *more), len(first))


def _label_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).replace("&&", "&").strip()


def _begins(wanted: str, words: Iterable[str]) -> bool:
    return any(word.startswith(wanted) for word in words)


def _read(widget: QWidget) -> Iterator[QWidget]:
    """Labels and controls below a widget, in the order of its layouts."""
    if isinstance(widget, (QLabel, *_CONTROLS)):
        yield widget
    elif isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from _read(content)
    elif isinstance(widget, QStackedWidget):
        for at in range(widget.count()):
            if (content := widget.widget(at)) is not None:
                yield from _read(content)
    elif (layout := widget.layout()) is not None:
        yield from _read_layout(layout)


def _read_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from _read(widget)
        elif inner is not None:
            yield from _read_layout(inner)

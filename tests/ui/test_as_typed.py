"""Names that look like HTML are shown as they were typed, in every window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.ui.look.as_typed import as_typed
from tests.salon import Salon, at
from tests.ui import settings_stage
from tests.ui.window_stage import opened

HOSTILE = '<b>Bold</b><img src="file:///some/picture.png">'


def shown_as_markup(root: QWidget) -> Iterator[str]:
    """What Qt would take for markup with a tag of the data in it."""
    for widget in [root, *root.findChildren(QWidget)]:
        texts = [widget.toolTip(), widget.whatsThis()]
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            texts.append(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            rows = [widget.model().index(at, 0) for at in range(widget.model().rowCount())]
            texts += [str(row.data(Qt.ItemDataRole.ToolTipRole) or "") for row in rows]
        for text in texts:
            if GuiQt.mightBeRichText(text) and ("<b>" in text or "<img" in text):
                yield f"{type(widget).__name__} {widget.objectName()}: {text}"


def test_tags_are_escaped_and_other_text_stays() -> None:
    assert as_typed("Ana & Ben\nat 10") == "Ana & Ben\nat 10"
    assert "<img" not in as_typed(HOSTILE)
    assert as_typed(f"{HOSTILE}\nx").endswith("<br>x</qt>")


def test_long_lines_are_broken_and_nothing_else_of_them_changes() -> None:
    assert as_typed(f"Ana & {'Ben ' * 40}").startswith("<qt>Ana &amp; Ben Ben")


def test_hostile_names_in_the_week_its_panel_and_dialogs(salon: Salon, qtbot: QtBot) -> None:
    member = salon.staff(HOSTILE)
    calendar = salon.calendar(HOSTILE, CalendarKind.ROUND_ROBIN, member)
    salon.connect(member)
    salon.book(calendar, at(1, 10), title=HOSTILE, location=HOSTILE)
    note = Note(
        JournalKind.EVENTS,
        staff=member.id,
        counts={Deed.ADDED: 1},
        items=(Item(Deed.ADDED, HOSTILE, at(1, 10), "a1"),),
    )
    with salon.database.write() as tx:
        tx.tell(note)
    with opened(salon, qtbot) as stage:
        for action in ("activity", "new_booking"):
            stage.window.actions_table[action].trigger()
            stage.settle()
        roots = [stage.window, *QApplication.topLevelWidgets()]
        assert any(HOSTILE in as_text(root) for root in roots)
        assert [text for root in roots for text in shown_as_markup(root)] == []


def as_text(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel)) + "\n".join(
        widget.accessibleName() for widget in root.findChildren(QWidget)
    )


def test_hostile_names_in_settings(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    stage.add_member(HOSTILE)
    stage.add_account(settings_stage.found(HOSTILE), email=f"{HOSTILE}@example.org")
    dialog = stage.dialog()
    qtbot.addWidget(dialog)
    assert list(shown_as_markup(dialog)) == []
    stage.close()

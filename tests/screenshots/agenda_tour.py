"""The agenda over the practice fortnight: everything, filtered, empty, many selected, small."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel

from lcdesk.app.program import Program
from lcdesk.ui.agenda.choices import USUAL_COLUMNS, Column, Show
from lcdesk.ui.agenda.rows import EntryRow
from lcdesk.ui.agenda.tree import AgendaTree
from tests.screenshots.camera import Camera, find, settle
from tests.screenshots.stage import SMALL, desk_of


def agenda(camera: Camera, program: Program) -> None:
    """The list by day in each of its states; the week is shown again afterwards."""
    window, model = program.window, desk_of(program).agenda
    window.actions_table["agenda"].trigger()
    settle()
    camera.take("agenda", window)
    model.choose(columns=frozenset(Column))
    settle()
    camera.take("agenda-columns", window)
    model.choose(columns=frozenset({*model.choices.columns} - {Column.NOTES, Column.PLACE}))
    tree = find(AgendaTree, "agenda_list")
    select(tree, range(4))
    camera.take("agenda-selected", window)
    tree.clearSelection()
    for show in (Show.UNCONFIRMED, Show.CANCELLED, Show.UPCOMING):
        model.choose(show=show)
        settle()
        camera.take(f"agenda-{show.value}", window)
    model.choose(show=Show.ALL, text="novak")
    settle()
    camera.take("agenda-found", window)
    model.choose(text="zeppelin")
    settle()
    camera.take("agenda-nothing-found", window)
    model.choose(text="", columns=USUAL_COLUMNS)
    window.resize(SMALL)
    settle()
    camera.take("agenda-small", window)
    select(tree, range(6))
    camera.take("agenda-small-selected", window)
    tree.clearSelection()
    window.resize(camera.usual)
    window.actions_table["week"].trigger()
    settle()


def select(tree: AgendaTree, which: range) -> None:
    """Some of the entries on the screen, as with Shift held."""
    model = tree.model()
    rows = [at for at in range(model.rowCount()) if is_entry(tree, at)]
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows[which.start : which.stop]:  # larger text leaves room for fewer
        tree.selectionModel().select(model.index(row, 0), flags)
    settle()


def is_entry(tree: AgendaTree, at: int) -> bool:
    """Whether an entry stands in a row that is seen."""
    index = tree.model().index(at, 0)
    is_seen = tree.viewport().rect().contains(tree.visualRect(index).center())
    return is_seen and isinstance(tree.rows.row(at), EntryRow)

"""Every action of the window in one table: menus, toolbar and the list of shortcuts read it.

The keys of an action are the table's, or those that a person has chosen instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.wording.labels import mark, tr

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `keys` are tried in order; a standard key stands for the platform's own."""

    name: str
    menu: str
    text: str
    keys: tuple[Key | str, ...] = ()
    sign: Sign | None = None
    group: str = ""  # actions of one group exclude each other and carry a check mark
    is_checkable: bool = False
    after_line: bool = False
    is_everywhere: bool = False  # its keys work from the windows that stay open beside this one
    role: QAction.MenuRole = QAction.MenuRole.NoRole


_MIRRORED = {"Alt+Left": "Alt+Right", "Alt+Right": "Alt+Left"}  # where time runs to the left
_FUNCTION_KEYS = frozenset(f"F{number}" for number in range(1, 13))
FILE, EDIT, VIEW = mark("Booking"), mark("Edit"), mark("View")
GO, HELP = mark("Go"), mark("Help")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_booking", FILE, "New booking…", (Key.New,), Sign.PLUS),
    ActionSpec("quick_add", FILE, "Quick add…", ("Ctrl+Shift+Space",)),
    ActionSpec("block_time", FILE, "Block time…", ("Ctrl+Shift+N",), Sign.LOCK),
    ActionSpec(
        "sync_now",
        FILE,
        "Sync now",
        ("F5", "Ctrl+R"),
        Sign.SYNC,
        after_line=True,
        is_everywhere=True,
    ),
    ActionSpec("import", FILE, "Import calendar file…", after_line=True),
    ActionSpec("export", FILE, "Export…"),
    ActionSpec("print", FILE, "Print…", (Key.Print,)),
    ActionSpec("activity", FILE, "Activity…", ("Ctrl+Shift+A",), Sign.ACTIVITY, is_everywhere=True),
    ActionSpec(
        "settings",
        FILE,
        "Settings…",
        ("Ctrl+,",),
        Sign.SETTINGS,
        after_line=True,
        is_everywhere=True,
        role=QAction.MenuRole.PreferencesRole,
    ),
    ActionSpec("close", FILE, "Close window", (Key.Close,)),
    ActionSpec(
        "quit",
        FILE,
        "Quit",
        (Key.Quit, "Ctrl+Q"),
        is_everywhere=True,
        role=QAction.MenuRole.QuitRole,
    ),
    ActionSpec("undo", EDIT, "Undo", (Key.Undo, "Ctrl+Z"), Sign.UNDO),
    ActionSpec("redo", EDIT, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("cut", EDIT, "Cut", (Key.Cut, "Ctrl+X"), after_line=True),
    ActionSpec("copy", EDIT, "Copy", (Key.Copy, "Ctrl+C")),
    ActionSpec("paste", EDIT, "Paste", (Key.Paste, "Ctrl+V")),
    ActionSpec("duplicate", EDIT, "Duplicate…", ("Ctrl+D",)),
    ActionSpec("delete", EDIT, "Delete"),
    ActionSpec("find", EDIT, "Find…", (Key.Find, "Ctrl+F"), Sign.SEARCH, after_line=True),
    ActionSpec("day", VIEW, "Day", ("Ctrl+1",), group="mode"),
    ActionSpec("days", VIEW, "Several days", ("Ctrl+6",), group="mode"),
    ActionSpec("work_week", VIEW, "Work week", ("Ctrl+2",), group="mode"),
    ActionSpec("week", VIEW, "Week", ("Ctrl+3",), group="mode"),
    ActionSpec("month", VIEW, "Month", ("Ctrl+4",), group="mode"),
    ActionSpec("agenda", VIEW, "Agenda", ("Ctrl+5",), group="mode"),
    ActionSpec(
        "by_member",
        VIEW,
        "Staff side by side",
        ("Ctrl+Shift+M",),
        is_checkable=True,
        after_line=True,
    ),
    ActionSpec("cancelled", VIEW, "Cancelled appointments", is_checkable=True),
    ActionSpec("sidebar", VIEW, "Sidebar", ("F9",), is_checkable=True, after_line=True),
    ActionSpec("upcoming", VIEW, "Upcoming appointments", is_checkable=True),
    ActionSpec("second_zone", VIEW, "Second time zone…"),
    ActionSpec("week_numbers", VIEW, "Week numbers in the small month", is_checkable=True),
    ActionSpec("zoom_in", VIEW, "Taller hours", (Key.ZoomIn, "Ctrl+="), after_line=True),
    ActionSpec("zoom_out", VIEW, "Shorter hours", (Key.ZoomOut,)),
    ActionSpec("zoom_normal", VIEW, "Normal height", ("Ctrl+0",)),
    ActionSpec("today", GO, "Today", ("Ctrl+T",), Sign.TODAY),
    ActionSpec("back", GO, "Back", ("Alt+Left",), Sign.PREVIOUS),
    ActionSpec("forward", GO, "Forward", ("Alt+Right",), Sign.NEXT),
    ActionSpec("go_to_date", GO, "Go to date…", ("Ctrl+G",), after_line=True),
    ActionSpec("waiting", GO, "Waiting list…", ("Ctrl+Shift+L",), after_line=True),
    ActionSpec("numbers", GO, "Numbers…"),
    ActionSpec("time_off", GO, "Time off…"),
    ActionSpec("reminders", GO, "Reminders…"),
    ActionSpec("next_pane", GO, "Next part of the window", ("F6",), after_line=True),
    ActionSpec("previous_pane", GO, "Previous part of the window", ("Shift+F6",)),
    ActionSpec("help_here", HELP, "Help on this", (Key.HelpContents, "F1"), is_everywhere=True),
    ActionSpec("guide", HELP, "Guide"),
    ActionSpec("report", HELP, "Report a problem…"),
    ActionSpec(
        "shortcuts", HELP, "Keyboard shortcuts", ("Ctrl+?",), after_line=True, is_everywhere=True
    ),
)


class Actions(QObject):
    """The table as QActions of one window."""

    keys_chosen = Signal(dict)  # by an action's name, as `use_keys` takes them; to be kept

    def __init__(self, window: QWidget, icons: Icons) -> None:
        super().__init__(window)
        self.menus: dict[str, QMenu] = {}  # by the table's name
        self._actions: dict[str, QAction] = {}
        self._chosen: Mapping[str, Sequence[str]] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = QAction(text_of(spec), window)
            action.setObjectName(f"action_{spec.name}")
            if spec.is_everywhere:
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.setMenuRole(spec.role)
            action.setCheckable(spec.is_checkable or bool(spec.group))
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
            self._actions[spec.name] = action
            window.addAction(action)
        self.use_keys({})
        self.dress(icons)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def dress(self, icons: Icons) -> None:
        """Tint the icons for the palette in force."""
        for spec in ACTIONS:
            if spec.sign is not None:
                self._actions[spec.name].setIcon(icons.icon(spec.sign))
                self._actions[spec.name].setIconVisibleInMenu(False)

    def use_keys(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Let these actions have the keys that a person chose, in Qt's portable form.

        All others have the table's, without those that were given to another action.
        """
        self._chosen = chosen
        taken = {keys for keys_of_one in chosen.values() for keys in keys_of_one}
        for spec in ACTIONS:
            action = self._actions[spec.name]
            if spec.name in chosen:
                keys = [QKeySequence(text) for text in chosen[spec.name]]
            else:
                keys = [found for found in sequences(spec) if found.toString() not in taken]
            action.setShortcuts(keys)
            first = keys_of(keys).partition(", ")[0]
            name = text_of(spec).removesuffix("…")
            action.setToolTip(f"{name} ({first})" if first else name)

    def choose_keys(self, name: str, keys: Sequence[str] | None) -> None:
        """Give an action these keys, whoever had them, or the table's again where it is None."""
        taken = frozenset(keys or ())
        chosen = {
            other: [kept for kept in kept_keys if kept not in taken]
            for other, kept_keys in self._chosen.items()
            if other != name
        }
        if keys is not None:
            chosen[name] = list(keys)
        self.use_keys(chosen)
        self.keys_chosen.emit(chosen)

    def has_own_keys(self, name: str) -> bool:
        """Whether a person chose this action's keys."""
        return name in self._chosen

    def spec_with(self, keys: QKeySequence) -> ActionSpec | None:
        """Whose keys these are."""
        return next(
            (spec for spec in ACTIONS if keys in self._actions[spec.name].shortcuts()), None
        )

    def enable(self, names: tuple[str, ...], is_on: bool) -> None:
        """Make these actions available or not."""
        for name in names:
            self._actions[name].setEnabled(is_on)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for title, specs in menus():
            menu = self.menus[title] = bar.addMenu(tr(title))
            for spec in specs:
                if spec.after_line:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.name])


def menus() -> Iterator[tuple[str, list[ActionSpec]]]:
    """The table by menu, in its order."""
    for title in dict.fromkeys(spec.menu for spec in ACTIONS):
        yield title, [spec for spec in ACTIONS if spec.menu == title]


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """The keys as this platform has them, each once."""
    found: list[QKeySequence] = []
    for key in spec.keys:
        if isinstance(key, str):
            mirrored = _MIRRORED.get(key, key) if QGuiApplication.isRightToLeft() else key
            found.append(QKeySequence(mirrored))
        else:
            found += QKeySequence.keyBindings(key)
    unique: list[QKeySequence] = []
    for key_sequence in found:
        if not key_sequence.isEmpty() and key_sequence not in unique:
            unique.append(key_sequence)
    return unique


def text_of(spec: ActionSpec) -> str:
    """The action's name in the window's language."""
    return tr(spec.text)


def keys_of(shortcuts: Sequence[QKeySequence]) -> str:
    """The keys as a person reads them: "Ctrl+T"."""
    native = QKeySequence.SequenceFormat.NativeText
    known = (keys for keys in shortcuts if _is_on_every_keyboard(keys.toString()))
    return ", ".join(as_line(keys.toString(native)) for keys in known)


def _is_on_every_keyboard(portable: str) -> bool:
    """Multimedia keys such as "Zoom In" work too, and F14, but nobody looks for them in a list."""
    return "+" in portable or portable in _FUNCTION_KEYS

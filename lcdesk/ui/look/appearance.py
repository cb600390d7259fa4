"""Keeps Qt in step with the palette: its own colours, and a small stylesheet on top of Fusion.

The sheet sets spacing and quiet frames, no font sizes.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from lcdesk.paths import resources_dir
from lcdesk.ui.look.palette import DARK, LIGHT, Palette, Scheme, ink, sharpen

_SHEET = Template(
    """
QToolTip {
    background: $panel; color: $text; border: 1px solid $line; padding: 5px 7px;
}
QToolBar { background: $window; border: none; spacing: 6px; padding: 6px 8px; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}
QToolButton:hover { background: $hairline; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QPushButton {
    background: $button; border: 1px solid $line; border-radius: 6px;
    padding: 5px 14px; min-height: 1.3em;
}
QPushButton:hover { background: $hairline; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $faint_text; background: $window; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:disabled {
    background: $line; color: $faint_text; border-color: $line;
}
QPushButton:focus { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: $field; border: 1px solid $line; border-radius: 6px; padding: 4px 7px;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: $window; color: $faint_text;
}
QComboBox, QAbstractSpinBox {
    background: $field; border: 1px solid $line; border-radius: 6px;
    padding: 4px 7px; min-height: 1.2em;
}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {
    background: transparent; border: none; border-radius: 0; padding: 0;
}
QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QComboBox:disabled, QAbstractSpinBox:disabled { background: $window; color: $faint_text; }
QComboBox::drop-down, QDateTimeEdit::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; border: none; width: 24px;
}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url($controls/down-$scheme_name.svg); width: 13px; height: 13px;
}
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; padding: 3px; }
QAbstractSpinBox::up-button {
    subcontrol-origin: border; subcontrol-position: top right;
    border: none; width: 20px; height: 12px; margin: 2px 2px 0 0;
}
QAbstractSpinBox::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right;
    border: none; width: 20px; height: 12px; margin: 0 2px 2px 0;
}
QAbstractSpinBox::up-arrow {
    image: url($controls/up-$scheme_name.svg); width: 10px; height: 10px;
}
QAbstractSpinBox::down-arrow {
    image: url($controls/down-$scheme_name.svg); width: 10px; height: 10px;
}
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 4px; background: $field;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
QGroupBox::indicator:checked {
    background: $accent; border-color: $accent; image: url($controls/check-$scheme_name.svg);
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url($controls/dash-$scheme_name.svg);
}
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px; background: $field;
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $line; background: $window;
}
QCheckBox::indicator:checked:disabled { background: $handle; border-color: $handle; }
QRadioButton::indicator:checked:disabled { border-color: $handle; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab {
    color: $quiet_text; padding: 6px 12px; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QListView, QTreeView, QTableView {
    background: $field; border: 1px solid $line; border-radius: 6px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListWidget::item { padding: 2px 8px; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $accent_soft; color: $text;
}
QHeaderView::section {
    background: $panel; color: $quiet_text; border: none; border-bottom: 1px solid $line;
    padding: 4px 8px;
}
QGroupBox {
    border: 1px solid $line; border-radius: 8px; margin-top: 1.4em; padding: 6px;
}
QGroupBox::title { subcontrol-origin: margin; left: 2px; color: $quiet_text; }
QProgressBar {
    background: $line; border: none; border-radius: 3px; max-height: 6px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint_text; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $window; color: $quiet_text; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def stylesheet(palette: Palette) -> str:
    """The sheet in the palette's colours."""
    colours = {name: getattr(palette, name) for name in palette.__slots__}
    return _SHEET.substitute(
        colours,
        scheme_name=palette.scheme.name.lower(),
        controls=(resources_dir() / "icons" / "controls").as_posix(),
    )


class Appearance(QObject):
    """The palette in force: follows the desktop's light or dark choice unless one is forced."""

    changed = Signal()  # `palette` is new: repaint and tint icons again

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._hints = application.styleHints()
        self._forced: Scheme | None = None
        self._is_sharp = False
        self._palette = self._wanted_palette()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    @property
    def palette(self) -> Palette:
        """The colours in force now."""
        return self._palette

    def apply(self) -> None:
        """Give the whole application lcdesk's style, palette and spacing."""
        self._application.setStyle("Fusion")
        self._style()

    def force(self, scheme: Scheme | None) -> None:
        """Keep to light or dark whatever the desktop says; None follows the desktop again."""
        self._forced = scheme
        self.refresh()

    def sharpen(self, is_sharp: bool) -> None:
        """Have more contrast although the desktop does not ask for it."""
        self._is_sharp = is_sharp
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is wanted, and tell everybody if it has changed."""
        wanted = self._wanted_palette()
        if wanted is self._palette:
            return
        self._palette = wanted
        self._style()
        self.changed.emit()

    def _wanted_palette(self) -> Palette:
        is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        if self._forced is not None:
            is_dark = self._forced is Scheme.DARK
        usual = DARK if is_dark else LIGHT
        preference = self._hints.accessibility().contrastPreference()
        is_sharp = self._is_sharp or preference is Qt.ContrastPreference.HighContrast
        return sharpen(usual) if is_sharp else usual

    def _style(self) -> None:
        self._application.setPalette(qt_palette(self._palette))
        self._application.setStyleSheet(stylesheet(self._palette))


def qt_palette(colours: Palette) -> QPalette:
    """The QPalette that makes Fusion's own widgets agree with the painted ones."""
    palette = QPalette()
    for role, colour in _roles(colours):
        palette.setColor(role, ink(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, ink(colours.faint_text))
    disabled = QPalette.ColorGroup.Disabled
    palette.setColor(disabled, QPalette.ColorRole.ButtonText, ink(colours.faint_text))
    palette.setColor(disabled, QPalette.ColorRole.Highlight, ink(colours.line))
    return palette


def _roles(colours: Palette) -> list[tuple[QPalette.ColorRole, str]]:
    role = QPalette.ColorRole
    return [
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.closed),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint_text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.hairline),
        (role.Mid, colours.line),
        (role.Dark, colours.shadow),
        (role.Shadow, colours.shadow),
    ]

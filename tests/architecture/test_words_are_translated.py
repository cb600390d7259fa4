"""Words that a person reads go through `tr`, so that they can be had in another language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "lcdesk" / "ui"
TAKE_WORDS = frozenset(
    {
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QPushButton",
        "QRadioButton",
        "Text",
        "addAction",
        "addItem",
        "addMenu",
        "check",
        "heading",
        "plain_label",
        "quiet",
        "radio",
        "say",
        "section",
        "setAccessibleName",
        "setInformativeText",
        "setPlaceholderText",
        "setSpecialValueText",
        "setSuffix",
        "setText",
        "setTitle",
        "setToolTip",
        "setWindowTitle",
        "small_button",
    }
)
WORD = re.compile(r"[A-Za-z]{2,}")
OBJECT_NAME = re.compile(r"[a-z0-9_]+")
NAMES = frozenset({"lcdesk", "iCloud", "anna@icloud.com", "dav.example.org", "xxxx-xxxx-xxxx-xxxx"})


def bare_words(source: str) -> Iterator[tuple[int, str]]:
    """Texts given to a widget as they are: their lines, and what they say."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and _name(call.func) in TAKE_WORDS:
            for given in call.args[:2]:
                for part in _parts(given):
                    text = _text(part)
                    if WORD.search(text) and not OBJECT_NAME.fullmatch(text) and text not in NAMES:
                        yield part.lineno, text


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _parts(given: ast.expr) -> tuple[ast.expr, ...]:
    return (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)


def _text(part: ast.expr) -> str:
    """What is said outright, without what is filled in."""
    if isinstance(part, ast.JoinedStr):
        return "".join(_text(expr) for expr in part.values)
    is_text = isinstance(part, ast.Constant) and isinstance(part.value, str)
    return str(part.value) if is_text and isinstance(part, ast.Constant) else ""


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.name))
def test_no_widget_is_given_a_bare_text(file: Path) -> None:
    assert list(bare_words(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('QLabel("Name")', True),
        ('QLabel(tr("Name"))', False),
        ('heading(look, "No account")', True),
        ('plain_label(text, "card_title")', False),
        ('button.setText("Save" if ready else "Checking…")', True),
        ('label.setText(f"Priority of {name}")', True),
        ('label.setText(f"{first} – {last}")', False),
        ('close.setText("×")', False),
        ('QPushButton(self.tr("Back"))', False),
    ],
)
def test_a_bare_text_is_found(line: str, found: bool) -> None:
    assert bool(list(bare_words(line))) is found

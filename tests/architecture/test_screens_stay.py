"""Nobody asks a widget or a window for its screen: PySide would destroy the screen with it."""

from __future__ import annotations

import ast
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def _asks_for_a_screen(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "screen"
    )


def test_screens_are_asked_for_by_their_place() -> None:
    asking = [
        str(file.relative_to(_ROOT))
        for folder in ("lcdesk", "tests", "bench")
        for file in sorted((_ROOT / folder).rglob("*.py"))
        if any(map(_asks_for_a_screen, ast.walk(ast.parse(file.read_text(encoding="utf-8")))))
    ]
    assert asking == []

"""Widgets see no store: in the window only files named *_model.py do, and the bridge."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

_UI = Path(__file__).parents[2] / "lcdesk" / "ui"
_FILES = sorted(file for file in _UI.rglob("*.py") if file.name != "bridge.py")


def _stores(file: Path) -> list[str]:
    """What a file imports of the commands, the replication and the store when it runs."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    return [
        str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and id(node) not in typing_only
        and str(node.module).startswith(
            ("lcdesk.model.commands", "lcdesk.model.replication", "lcdesk.model.store")
        )
    ]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: str(file.relative_to(_UI)))
def test_only_a_model_sees_the_store(file: Path) -> None:
    if not file.stem.endswith("_model"):
        assert _stores(file) == []


def test_models_do_see_it() -> None:
    """Otherwise the name would say nothing."""
    models = [file for file in _FILES if file.stem.endswith("_model")]
    assert any(_stores(file) for file in models)

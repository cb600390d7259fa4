"""What pyproject.toml declares is what lcdesk imports, no less and no more."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

_ROOT = Path(__file__).parents[2]
# Read as files by the standard library's zoneinfo, never imported.
_DATA_ONLY = {"tzdata"}
# Parts of PySide6 and of niquests; the latter decides the name when it is installed.
_BROUGHT_ALONG = {"shiboken6", "urllib3-future"}


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {_normalized(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"]}


def _imported() -> set[str]:
    modules = {
        module.partition(".")[0]
        for file in (_ROOT / "lcdesk").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for module in _modules(node)
    }
    distributions = packages_distributions()
    return {
        _normalized(distributions[module][0])
        for module in modules - set(sys.stdlib_module_names) - {"lcdesk"}
    }


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [str(node.module)]
    return []


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    assert _declared() - _DATA_ONLY == _imported() - _BROUGHT_ALONG


def test_what_is_declared_is_locked() -> None:
    wanted = (_ROOT / "requirements" / "run.in").read_text(encoding="utf-8")
    names = {
        _normalized(re.split(r"[^\w.-]", line)[0])
        for line in wanted.splitlines()
        if line and not line.startswith("#")
    }
    assert names == _declared()

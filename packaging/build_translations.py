"""Compiles the translations before hatch packs them into a wheel, or installs a checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Git holds the sources only; `resources` is packed as it lies there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatch."""
        del version, build_data
        sys.path.insert(0, str(Path(self.root) / "packaging"))
        from translations import compile_all

        compile_all()

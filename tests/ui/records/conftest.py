"""These stand in Settings."""

from __future__ import annotations

from tests.ui.settings.conftest import stage

__all__ = ["stage"]

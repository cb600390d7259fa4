"""lcdesk: appointments for small businesses, offline at once and in step with iCloud."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("lcdesk")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"

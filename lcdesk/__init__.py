"""lcdesk: appointments for small businesses, offline at once and in step with iCloud."""

from __future__ import annotations

__version__: str


def __getattr__(name: str) -> str:
    """`__version__`, looked up when asked for: reading the metadata costs 40 ms of start-up."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("lcdesk")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"

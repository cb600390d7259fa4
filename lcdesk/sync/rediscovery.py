"""Where an account's calendars are and what may be done in them, asked again when in doubt.

iCloud moves accounts to other hosts and people take rights away. The first sign of either is a
403 or 404 that seems to be about one event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lcdesk.sync.ports import Discovery, Remote


@dataclass(slots=True)
class Rediscovery:
    """Asks for the calendars at most once a pass; `keep` writes down what was found."""

    remote: Remote
    home: str  # as known before the pass
    keep: Callable[[Discovery], None]
    _asked: bool = False

    def look(self) -> None:
        """Read the list of calendars. Raises the errors of `sync.errors`."""
        self._asked = True
        self.keep(self.remote.discover())

    def have_changed(self) -> bool:
        """Whether the account is elsewhere than the last answers came from."""
        if self._asked:
            return False
        self._asked = True
        found = self.remote.discover()
        self.keep(found)
        return found.home != self.home

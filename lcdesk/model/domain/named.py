"""What a person knows by a name and the store by a number: staff, calendars, contacts, rooms."""

from __future__ import annotations

from typing import Protocol


class Named(Protocol):
    """A record with an id and a name."""

    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...

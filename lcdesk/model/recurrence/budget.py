"""What following a rule may cost: a rule from outside can match nothing, or every second."""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.model.domain.errors import UnreadableEvent

BUDGET = 60_000  # days or times looked at; some tens of milliseconds


class TooMuchWork(UnreadableEvent):
    """A rule that would have to be followed for too long."""

    def __init__(self) -> None:
        super().__init__("This event repeats so often, or so rarely, that it was not worked out.")


@dataclass(slots=True)
class Budget:
    """What may still be looked at; shared by all rules of an event."""

    left: int = BUDGET

    def spend(self, amount: int = 1) -> None:
        """Raises TooMuchWork when nothing is left."""
        self.left -= amount
        if self.left < 0:
            raise TooMuchWork

"""What a screen reader does, over the real accessibility bus: read the tree, act, hear events."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import (
    DBusAddress,
    MatchRule,
    Message,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

PATIENCE = 20.0  # seconds
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
EVENTS = "org.a11y.atspi.Event.Object"
_Found = TypeVar("_Found")
FOCUSABLE, FOCUSED, SELECTED, SHOWING = 11, 12, 23, 25  # AtspiStateType


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a program's tree, as the bus names it."""

    reader: ScreenReader
    bus_name: str
    path: str

    @property
    def name(self) -> str:
        """What is read out first."""
        address = DBusAddress(self.path, self.bus_name, "org.a11y.atspi.Accessible")
        ((_, name),) = self.reader.ask(Properties(address).get("Name"))
        return str(name)

    @property
    def role(self) -> str:
        """ "list", "list item", "push button"."""
        return str(self._ask("Accessible", "GetRoleName")[0])

    @property
    def children(self) -> list[Node]:
        """What is in it, in reading order."""
        (found,) = self._ask("Accessible", "GetChildren")
        return [Node(self.reader, name, path) for name, path in found]

    def has(self, state: int) -> bool:
        """Whether it is in this state."""
        ((low, high),) = self._ask("Accessible", "GetState")
        return bool((high << 32 | low) >> state & 1)

    @property
    def actions(self) -> list[str]:
        """What can be done with it, in words."""
        (found,) = self._ask("Action", "GetActions")
        return [name for name, _, _ in found]

    def do(self, action: int) -> None:
        """Do the action of this number."""
        self._ask("Action", "DoAction", "i", action)

    def focus(self) -> None:
        """Bring the keyboard here."""
        self._ask("Component", "GrabFocus")

    def walk(self) -> Iterator[Node]:
        """This and everything in it that is on the screen."""
        yield self
        for child in self.children:
            if child.has(SHOWING):
                yield from child.walk()

    def _ask(self, interface: str, method: str, signature: str = "", *body: object) -> Any:
        address = DBusAddress(self.path, self.bus_name, f"org.a11y.atspi.{interface}")
        return self.reader.ask(new_method_call(address, method, signature, body))


class ScreenReader:
    """A connection to the accessibility bus of this session."""

    def __init__(self) -> None:
        session = open_dbus_connection(bus="SESSION")
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = unwrap_msg(session.send_and_get_reply(new_method_call(launcher, "GetAddress")))
        session.close()
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        self._heard: deque[Message] = deque()
        rule = MatchRule(type="signal", interface=EVENTS, member="Announcement")
        self.ask(message_bus.AddMatch(rule))
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        self.ask(
            new_method_call(registry, "RegisterEvent", "sass", ("object:announcement", [], ""))
        )
        self._announcements = self._bus.filter(rule, queue=self._heard).__enter__()

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def ask(self, call: Message) -> Any:
        """The body of the answer."""
        return unwrap_msg(self._bus.send_and_get_reply(call, timeout=PATIENCE))

    def program(self, name: str) -> Node:
        """A program's tree, once it has joined the bus."""
        root = Node(self, REGISTRY, ROOT)

        def find() -> Node | None:
            return next((child for child in root.children if child.name == name), None)

        return self.wait(find, f"{name} on the accessibility bus")

    def wait(self, find: Callable[[], _Found | None], what: str) -> _Found:
        """Ask until there is an answer."""
        end = time.monotonic() + PATIENCE
        while (found := find()) is None:
            if time.monotonic() > end:
                sys.exit(f"waited in vain for {what}")
            self._listen()
        return found

    def _listen(self) -> None:
        """Let what arrives in a moment be heard."""
        with suppress(TimeoutError):
            self._bus.recv_messages(timeout=0.05)

    @property
    def announced(self) -> list[str]:
        """What was said without moving the focus, in its order."""
        return [str(message.body[3][1]) for message in self._heard]

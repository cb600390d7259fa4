"""The desktop's notification service on the session bus (Desktop Notifications, 1.2).

Spoken to with jeepney, since Qt's D-Bus cannot send the hints that it takes. Nothing here waits for
an answer: answers and presses are read when the bus has something to say. Imported on Linux only.
"""

from __future__ import annotations

import html
import logging

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QGuiApplication

from lcdesk.ui.look.as_typed import without_tags
from lcdesk.ui.offers import PRESSED, Notice

logger = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_AS_THE_DESKTOP_LIKES = -1  # how long it is shown
_BY_THE_PERSON = 2  # why it was closed
_NORMAL = 1


def join_service(parent: QObject) -> NotificationService | None:
    """The service, as soon as it has answered; None where there is no session bus."""
    try:
        bus = open_dbus_connection()
        bus.send(message_bus.AddMatch(MatchRule(type="signal", sender=_NAME, interface=_NAME)))
    except (OSError, KeyError, RuntimeError, ValueError):  # no bus, no address, or not an address
        logger.info("there is no session bus; notices go to the tray")
        return None
    return NotificationService(bus, parent)


class NotificationService(QObject):
    """Shows notices as soon as it is known what the service is able to do."""

    shown = Signal(str)  # key
    invoked = Signal(str, str)  # key, the name of the button, or PRESSED
    dismissed = Signal(str)  # key; closed by the person
    refused = Signal(Notice)  # it cannot be shown here
    lost = Signal()  # there is no service, or the bus has gone: another one has to be joined

    def __init__(self, bus: DBusConnection, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._is_open = True
        self._waiting: dict[str, Notice] = {}  # for what the service is able to do
        self._asked: dict[int, Notice | None] = {}  # by serial; None asks what it is able to do
        self._keys: dict[int, str] = {}  # by the service's number
        self._reads_markup: bool | None = None  # None before it said
        self._name = ""  # of its connection, whose signals are believed
        self._reader = QSocketNotifier(bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._call(None, "GetCapabilities")

    def show(self, notice: Notice) -> None:
        """Show it, in the place of one with its key."""
        if self._reads_markup is None:
            self._waiting[notice.key] = notice
        else:
            self._send(notice, is_markup=self._reads_markup)

    def withdraw(self, key: str) -> None:
        """Take it away."""
        self._waiting.pop(key, None)
        number = self._number(key)
        if number:
            del self._keys[number]
            self._take_away(number)

    def close(self) -> None:
        """Leave the bus."""
        if self._is_open:
            self._is_open = False
            self._reader.setEnabled(False)
            self._bus.close()

    def _send(self, notice: Notice, *, is_markup: bool) -> None:
        title, text = without_tags(notice.title), without_tags(notice.text)
        first = [(PRESSED, notice.actions[0][1])] if notice.actions else []
        names = [part for action in (*first, *notice.actions) for part in action]
        icon = QGuiApplication.desktopFileName()
        hints = {"desktop-entry": ("s", icon), "urgency": ("y", _NORMAL)}
        body = html.escape(text, quote=False) if is_markup else text
        number = self._number(notice.key)
        values = ("lcdesk", number, icon, title, body, names, hints, _AS_THE_DESKTOP_LIKES)
        self._call(notice, "Notify", "susssasa{sv}i", values)

    def _call(
        self,
        notice: Notice | None,
        method: str,
        signature: str | None = None,
        values: tuple[object, ...] = (),
        *,
        is_asked: bool = True,
    ) -> None:
        if not self._is_open:
            return
        serial: int = next(self._bus.outgoing_serial)
        if is_asked:
            self._asked[serial] = notice
        try:
            self._bus.send(new_method_call(_SERVICE, method, signature, values), serial=serial)
        except OSError:
            self._give_up()

    def _take_away(self, number: object) -> None:
        self._call(None, "CloseNotification", "u", (number,), is_asked=False)

    def _number(self, key: str) -> int:
        return next((number for number, known in self._keys.items() if known == key), 0)

    @Slot()
    def _read(self) -> None:
        while self._is_open:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except OSError:
                self._give_up()
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        sender = str(fields.get(HeaderFields.sender))
        if kind is MessageType.signal:
            if sender == self._name:
                self._hear(str(fields.get(HeaderFields.member)), message.body)
            return
        serial = fields.get(HeaderFields.reply_serial)
        if serial not in self._asked:
            return
        notice, is_answer = self._asked.pop(serial), kind is MessageType.method_return
        self._name = sender if is_answer else self._name
        if notice is None and is_answer:
            self._learn(message.body[0])
        elif notice is None:
            self._give_up()
        elif is_answer:
            self._keys[message.body[0]] = notice.key
            self.shown.emit(notice.key)
        else:
            self.refused.emit(notice)

    def _learn(self, abilities: list[str]) -> None:
        self._reads_markup = "body-markup" in abilities
        waiting = list(self._waiting.values())
        self._waiting.clear()
        for notice in waiting:
            self.show(notice)

    def _hear(self, member: str, values: tuple[object, ...]) -> None:
        if member not in ("ActionInvoked", "NotificationClosed"):
            return
        number, what = values
        key = self._keys.pop(number, None) if isinstance(number, int) else None
        if key is None:
            return
        if member == "ActionInvoked":
            self._take_away(number)  # dunst leaves it on the screen
            self.invoked.emit(key, str(what))
        elif what == _BY_THE_PERSON:
            self.dismissed.emit(key)

    def _give_up(self) -> None:
        """What was on its way is said otherwise."""
        unanswered = [notice for notice in self._asked.values() if notice is not None]
        waiting = [*self._waiting.values(), *unanswered]
        self._waiting.clear()
        self._asked.clear()
        self.close()
        self.lost.emit()
        for notice in waiting:
            self.refused.emit(notice)

"""A panel with a tray for D-Bus icons, as desktops have; run by test_notifications.

Qt sends notes through the desktop's notification daemon only where such a panel is there.
Prints a line when it can be found.
"""

from __future__ import annotations

import sys

from jeepney import (
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "RegisteredStatusNotifierItems": ("as", []),
    "ProtocolVersion": ("i", 0),
}


def answer(call: Message) -> Message:
    """What a panel says to a call."""
    match call.header.fields.get(HeaderFields.member):
        case "Get":
            return new_method_return(call, "v", (PROPERTIES[call.body[1]],))
        case "GetAll":
            return new_method_return(call, "a{sv}", (PROPERTIES,))
        case "RegisterStatusNotifierItem" | "RegisterStatusNotifierHost":
            return new_method_return(call)
        case _:
            return new_error(call, UNKNOWN)


def serve(connection: DBusConnection) -> None:
    """Answer until somebody ends the process."""
    while True:
        call = connection.receive()
        if call.header.message_type is MessageType.method_call:
            connection.send(answer(call))


def main() -> None:
    """Take the name and serve."""
    connection = open_dbus_connection(bus="SESSION")
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    serve(connection)


if __name__ == "__main__":
    main()

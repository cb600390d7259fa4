"""Whether somebody looks, told to the sync."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lcdesk.app.sync_side import PresenceWatch
from lcdesk.sync.schedule import Presence

Reachability = QNetworkInformation.Reachability


class Heard(QObject):
    """What the watch said."""

    def __init__(self, watch: PresenceWatch) -> None:
        super().__init__()
        self.presences: list[Presence] = []
        self.returns = 0
        watch.changed.connect(self.note)
        watch.network_returned.connect(self.count)

    def note(self, presence: Presence) -> None:
        self.presences.append(presence)

    def count(self) -> None:
        self.returns += 1


def test_a_window_in_the_tray_is_away_and_one_that_is_shown_is_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = PresenceWatch(window)
    heard = Heard(watch)
    watch.look()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: heard.presences[-1:] == [Presence.IN_USE])
    window.hide()
    assert heard.presences[-1] is Presence.AWAY
    assert heard.presences[0] is Presence.AWAY, "it began hidden"
    watch.close()


def test_only_the_network_s_return_is_news(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = PresenceWatch(window)
    heard = Heard(watch)
    for told in (Reachability.Online, Reachability.Local, Reachability.Disconnected):
        watch.note_network(told)
    assert heard.returns == 0
    watch.note_network(Reachability.Online)
    watch.note_network(Reachability.Online)
    assert heard.returns == 1
    watch.close()

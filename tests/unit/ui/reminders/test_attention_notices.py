"""What needs attention is told as the settings say, and after the quiet hours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.store.reminders.chosen import (
    set_hides_details,
    set_quiet_hours,
    set_tells_attention,
)
from lcdesk.ui.offers import Notice
from lcdesk.ui.reminders.attention_notices_model import AttentionNotices
from tests.salon import Salon, at
from tests.unit.ui.reminders.desk import reminding

pytestmark = pytest.mark.usefixtures("qapp")


class Told:
    """The notices that were made, and whether the window is seen."""

    def __init__(self, salon: Salon, notices: AttentionNotices) -> None:
        self.salon = salon
        self.model = notices
        self.made: list[Notice] = []
        notices.notice_made.connect(self.made.append)


@pytest.fixture
def told(salon: Salon) -> Iterator[Told]:
    salon.now = at(0, 21)
    with reminding(salon) as desk:
        context = desk.desk.context
        yield Told(salon, AttentionNotices(salon.database, context, lambda: False, desk.desk))


def test_it_is_told_with_a_button_to_open_it(told: Told) -> None:
    told.model.tell("Deleted in iCloud: Cleo", "Open lcdesk.")
    (notice,) = told.made
    assert (notice.title, notice.actions) == ("Deleted in iCloud: Cleo", (("open", "Open"),))


def test_hidden_details_name_nobody(told: Told) -> None:
    with told.salon.database.write() as tx:
        set_hides_details(tx, True)
    told.model.tell("Deleted in iCloud: Cleo", "Open lcdesk.")
    assert [notice.title for notice in told.made] == ["Something needs your attention"]


def test_it_can_be_switched_off(told: Told) -> None:
    with told.salon.database.write() as tx:
        set_tells_attention(tx, False)
    told.model.tell("Deleted in iCloud: Cleo", "Open lcdesk.")
    assert told.made == []


def test_the_quiet_hours_hold_it_back_once(told: Told) -> None:
    with told.salon.database.write() as tx:
        set_quiet_hours(tx, QuietHours(20 * 60, 8 * 60))
    told.model.tell("First", "Open lcdesk.")
    told.model.tell("Second", "Open lcdesk.")
    assert told.made == []
    told.salon.now = at(1, 8)
    told.model.follow_clock()
    told.model.follow_clock()
    assert [notice.title for notice in told.made] == ["Second"]

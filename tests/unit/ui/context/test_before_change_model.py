"""Guests are written to only after the same was chosen twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.ui.context.before_change_model import MailQuestion
from tests.desk import Desk


def change(question: MailQuestion, what: object) -> None:
    """What mails somebody unless the transaction says that this is meant."""
    with question.write(what) as tx:
        if not tx.mail_attendees:
            raise AttendeesAreMailed("iCloud may write an e-mail.")


@pytest.mark.parametrize("what", [None, ("key", "keep")])
def test_the_first_time_was_taken_for_consent(tmp_path: Path, what: object) -> None:
    desk = Desk(tmp_path)
    question = MailQuestion(desk.database)
    with pytest.raises(AttendeesAreMailed, match="again to go on"):
        change(question, what)
    with pytest.raises(AttendeesAreMailed):
        change(question, "something else")
    with pytest.raises(AttendeesAreMailed):
        change(question, what)
    change(question, what)
    with pytest.raises(AttendeesAreMailed):
        change(question, what)
    desk.close()

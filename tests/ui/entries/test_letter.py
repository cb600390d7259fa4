"""An e-mail about an appointment, begun in the person's own mail program."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import Contact
from lcdesk.ui.entries.letter import LONGEST_ADDRESS, letter_to
from lcdesk.ui.widgets.labels import Link
from tests.salon import Salon, at
from tests.ui.window.stage import Stage

EVA = Contact(0, "Eva & Bo = 1", "eva+salon@example.org")


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    salon.book(visit, at(1, 10), EVA, location="Main St 1")


def read(address: str) -> tuple[str, str, str]:
    """Mailbox, subject and text as a mail program understands them."""
    parts = urlsplit(address)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert sorted(fields) == ["body", "subject"]
    return parts.path, fields["subject"][0], fields["body"][0]


def written(salon: Salon, contact: Contact, *, location: str = "Main St 1") -> str:
    (entry,) = salon.agenda()
    return letter_to(contact, replace(entry, location=location), "Tuesday, 10:00")


def test_the_mail_program_gets_the_text_filled_in(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    stage.click(1, 610)
    card = stage.child(stage.window, "entry_card")
    (link,) = [link for link in card.findChildren(Link) if "letter" in link.objectName()]
    assert link.accessibleName() == "Write an e-mail to Eva & Bo = 1"
    link.linkActivated.emit("#")
    (address,) = opened
    to, subject, body = read(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
    assert to.replace("%2B", "+") == "eva+salon@example.org"
    assert subject.startswith("Your appointment: Tuesday")
    assert body.startswith("Hello Eva & Bo = 1,\r\n\r\nyour appointment: Tuesday")
    assert body.endswith("\r\nMain St 1\r\n")


def test_a_cancelled_appointment_is_said_to_be_so(salon: Salon, scene: None) -> None:
    with salon.database.write() as tx:
        cancel(tx, 1, now=salon.now)
    _, subject, body = read(written(salon, EVA))
    assert subject == "Cancelled appointment: Tuesday, 10:00"
    assert "does not take place" in body


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nobody",
        "eva@example.org?bcc=all@example.org",
        "eva@example.org&cc=all@example.org",
        "eva@example.org,all@example.org",
        "eva@example.org\r\nBcc: all@example.org",
        "eva%0D%0Abcc@example.org",
    ],
)
def test_nothing_that_is_no_mailbox_is_written_to(salon: Salon, scene: None, email: str) -> None:
    assert written(salon, Contact(0, "Eva", email)) == ""


def test_what_is_too_long_for_an_address_is_left_out(salon: Salon, scene: None) -> None:
    """Each of these letters takes nine in an address."""
    long_name = replace(EVA, name="\u6771" * 80)
    _, _, without_place = read(written(salon, long_name, location="\u6771" * 300))
    assert without_place.endswith("Tuesday, 10:00\r\n")
    (entry,) = salon.agenda()
    long = letter_to(EVA, entry, "\u6771" * 120)
    assert len(long) <= LONGEST_ADDRESS
    assert "&body=" not in long

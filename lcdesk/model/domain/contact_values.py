"""What a contact may consist of, however it came: typed, read from a file, or loaded.

How long a name may be, what an e-mail address looks like, and what of somebody in a file is kept.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import one_line, without_controls

_LONGEST = (
    ("name", Message("name"), 200),
    ("email", Message("e-mail"), 254),  # RFC 5321 lets no address be longer
    ("phone", Message("phone"), 100),
    ("notes", Message("notes"), 100_000),
)
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")


def clean_name(text: str) -> str:
    """One line without control characters."""
    return one_line(without_controls(text))


def clean_contact(value: Contact) -> Contact:
    """The contact without control characters; only notes have several lines.

    Raises InvalidInput without a name, or where something is too long.
    """
    cleaned = replace(
        value,
        name=clean_name(value.name),
        email=clean_name(value.email),
        phone=clean_name(value.phone),
        notes=without_controls(value.notes),
    )
    if not cleaned.name:
        raise InvalidInput(Message("A contact needs a name."), field="name")
    for field, spoken, most in _LONGEST:
        if len(getattr(cleaned, field)) > most:
            raise InvalidInput(
                Message(
                    "The {field} of “{name}” is longer than {most} letters.",
                    field=spoken,
                    name=cleaned.name[:40],
                    most=most,
                ),
                field=field,
            )
    return cleaned


def take_over(where: Message, found: Contact) -> tuple[Contact | None, tuple[Message, ...]]:
    """Somebody of a file as they can be kept, and what has to be said about it.

    `where` is the row or the card. What is no e-mail address stands in the notes, so that nothing
    is lost; who cannot be kept at all is None.
    """
    try:
        cleaned = clean_contact(found)
    except InvalidInput as error:
        said = Message("{where} was left out. {why}", where=where, why=error.message)
        return None, (said,)
    if not cleaned.email or _EMAIL.fullmatch(cleaned.email):
        return cleaned, ()
    said = Message(
        "{where}: “{email}” is no e-mail address, so it was put into the notes.",
        where=where,
        email=cleaned.email,
    )
    notes = "\n".join(filter(None, (cleaned.notes, cleaned.email)))
    return replace(cleaned, email="", notes=notes), (said,)

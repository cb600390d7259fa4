"""States, kinds and deeds as tables name them; JSON and what is typed keep the bare values."""

from __future__ import annotations

from lcdesk.model.domain.message import Message

_WORDS = (
    # how appointments, entries and slots stand
    Message("new"), Message("confirmed"), Message("showed"), Message("noshow"),
    Message("cancelled"), Message("invalid"), Message("blocked"), Message("free"),
    Message("open"), Message("closed"),
    # how they stand with a server
    Message("local"), Message("pending"), Message("synced"), Message("conflict"), Message("gone"),
    Message("held"), Message("failed"),
    # changes on their way
    Message("create"), Message("update"), Message("delete"), Message("sending"),
    Message("unconfirmed"), Message("dead"),
    # accounts and calendars
    Message("ok"), Message("needs_password"), Message("throttled"), Message("offline"),
    Message("error"), Message("primary"), Message("none"), Message("warning"),
    # what happened
    Message("events"), Message("released"), Message("sent"), Message("followed"),
    Message("deleted in icloud"), Message("joined"), Message("clashed"), Message("unreadable"),
    Message("refused"), Message("trouble"), Message("trouble over"), Message("role"),
    Message("connected"), Message("disconnected"), Message("settled"), Message("undone"),
    Message("redone"), Message("here"), Message("record"), Message("added"), Message("changed"),
    Message("deleted"),
    Message("moved away"), Message("marked"), Message("created"), Message("updated"),
    Message("removed"), Message("booked"), Message("moved"), Message("resized"),
    Message("edited"), Message("status"), Message("reblocked"), Message("unblocked"),
    Message("merged"), Message("imported"), Message("kept here"),
    Message("waiting"), Message("waiting changed"), Message("waiting ended"),
    # copies of the data file
    Message("dated"), Message("before-update"), Message("set-aside"),
    # contacts of a file
    Message("same"),
    # what a workspace file holds
    Message("staff"), Message("contacts"), Message("resources"), Message("calendars"),
    Message("appointments"), Message("series"),
    # what doctor looks at
    Message("versions"), Message("clock"), Message("data folder"), Message("data file"),
    Message("keyring"),
)  # fmt: skip
_BY_TEXT = {str(word): word for word in _WORDS}


def value_word(value: str) -> str:
    """The value as a Message, so that a table words it; an unknown one stays as it is."""
    return _BY_TEXT.get(value, value)

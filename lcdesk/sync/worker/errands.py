"""What there is to do for a pass, told apart from what an earlier one knew of."""

from __future__ import annotations

from lcdesk.model.domain.accounts import AccountState
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.transaction import Reader

Errand = tuple[object, ...]


def errands(reader: Reader) -> frozenset[Errand]:
    """Changes to be sent, what the calendars are for, and who can sign in."""
    sending = {("send", one) for one in outbox.ready_to_go(reader)}
    reading = {("read", linked.id, linked.role) for linked in accounts.linked_calendars(reader)}
    signing_in = {
        ("sign in", account.id)
        for account in accounts.all_accounts(reader)
        if account.state is not AccountState.NEEDS_PASSWORD
    }
    return frozenset(sending | reading | signing_in)

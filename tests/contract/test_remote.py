"""What every server must give through DavRemote: Radicale, Xandikos and the iCloud look-alike.

Where they differ a test consults `traits.TRAITS`.
"""

from __future__ import annotations

import re

import pytest

from lcdesk.sync.dav import collection_path_of, path_of
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    Gone,
    ItemError,
    NoCalendars,
    Offline,
    PreconditionFailed,
    SignInRefused,
    TokenRefused,
)
from lcdesk.sync.ports import Remote
from tests.contract.conftest import Opening
from tests.contract.events import event, new_uid
from tests.contract.traits import TRAITS, Asked, Server
from tests.fakes.proxy import FaultyProxy
from tests.servers import Account, radicale


@pytest.fixture
def account(server: Server) -> Account:
    """The server's account, for a plain client."""
    return server.account


@pytest.fixture
def remote(server: Server) -> DavRemote:
    """Signed in."""
    return server.open()


@pytest.mark.parametrize("name", TRAITS)
def test_each_trait_is_still_true(
    server: Server, remote: DavRemote, calendar: str, name: str
) -> None:
    assert TRAITS[name].ask(Asked(server.account, remote, calendar)) == server.trait(name)


class TestDiscovery:
    def test_finds_the_calendar_and_what_it_may_do(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        steps: list[str] = []
        found = remote.discover(steps.append)
        [mine] = [item for item in found.calendars if item.path == collection_path_of(calendar)]
        assert steps == ["server", "signed-in", "calendars"]
        assert found.home.endswith(account.home)
        assert mine.name == calendar.rstrip("/").rpartition("/")[2]
        assert mine.colour == "#ff9500"
        assert (mine.writable, mine.readable, mine.subscribed) == (True, True, False)
        assert mine.token
        assert mine.ctag

    @pytest.mark.parametrize("server", ["radicale", "xandikos"], indirect=True)
    def test_a_full_address_works_as_well_as_the_root(
        self, remote: DavRemote, account: Account, calendar: str, opened: Opening
    ) -> None:
        full = opened(account.url.rstrip("/") + account.home)
        assert full.discover().home == remote.discover().home

    def test_no_network(self, opened: Opening) -> None:
        with pytest.raises(Offline) as refused:
            opened("http://127.0.0.1:1/").discover()
        assert not refused.value.maybe_applied
        assert "127.0.0.1" not in refused.value.message

    def test_wrong_password(self, server: Server, calendar: str) -> None:
        stranger = server.open(password="wrong")
        if not server.trait("asks for a password"):
            assert stranger.discover().calendars
            return
        with pytest.raises(SignInRefused) as refused:
            stranger.discover()
        assert refused.value.status == 401

    def test_wrong_password_at_a_proxy(self, xandikos_account: Account, opened: Opening) -> None:
        right = (xandikos_account.email, xandikos_account.password)
        with FaultyProxy(xandikos_account.url, password=right) as proxy:
            assert opened(proxy.url).discover().calendars
            with pytest.raises(SignInRefused):
                opened(proxy.url, password="wrong").discover()

    def test_an_account_without_calendars(
        self, tmp_path_factory: pytest.TempPathFactory, opened: Opening
    ) -> None:
        with (
            radicale(tmp_path_factory.mktemp("empty")) as empty,
            pytest.raises(NoCalendars) as refused,
        ):
            opened(empty.url).discover()
        assert "Create a calendar" in refused.value.message


class TestListing:
    def test_an_empty_calendar(self, remote: DavRemote, calendar: str) -> None:
        state = remote.collection_state(calendar)  # first, as a pull asks: it may give a number
        listed = remote.listing(calendar)
        assert (listed.members, listed.removed, listed.complete) == ((), (), True)
        assert listed.token == state.token == remote.collection_state(calendar).token

    def test_changes_since_a_token(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        stays, goes, uids = new_uid(), new_uid(), [new_uid() for _ in range(3)]
        for uid in (stays, goes):
            account.put(f"{calendar}{uid}.ics", event(uid))
        before = remote.listing(calendar)
        assert len(before.members) == 2
        account.delete(f"{calendar}{goes}.ics")
        for uid in uids:
            account.put(f"{calendar}{uid}.ics", event(uid))
        assert before.token is not None
        after = remote.changes(calendar, before.token)
        assert {member.path for member in after.members} == {
            path_of(f"{calendar}{uid}.ics") for uid in uids
        }
        assert after.removed == (path_of(f"{calendar}{goes}.ics"),)
        assert not after.complete
        assert after.token is not None
        again = remote.changes(calendar, after.token)
        assert (again.members, again.removed) == ((), ())

    def test_etags_and_paths_are_the_servers(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        etag = account.put(f"{calendar}{uid}.ics", event(uid))
        [member] = remote.listing(calendar).members
        assert member.etag == etag
        assert {member.path: member.etag} == account.members(calendar)

    def test_an_invented_token_is_refused(self, remote: DavRemote, calendar: str) -> None:
        with pytest.raises(TokenRefused):
            remote.changes(calendar, "http://radicale.org/ns/sync/" + "0" * 64)

    def test_a_calendar_that_is_gone(self, remote: DavRemote, account: Account) -> None:
        for ask in (remote.listing, remote.collection_state):
            with pytest.raises(Gone):
                ask(account.calendar("never-made"))


class TestFetching:
    def test_every_asked_href_is_answered_once(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uids = [new_uid() for _ in range(60)]  # more than one batch
        for uid in uids:
            account.put(f"{calendar}{uid}.ics", event(uid, title=f"No. {uid}"))
        asked = [f"{calendar}{uid}.ics" for uid in uids] + [f"{calendar}missing.ics"]
        got = list(remote.fetch(calendar, asked))
        assert [item.href for item in got] == asked
        assert [item.gone for item in got] == [False] * 60 + [True]
        for uid, item in zip(uids, got, strict=False):
            assert f"No. {uid}" in (item.text or "").replace("\r\n ", "")
            assert item.etag

    def test_multiget_and_get_give_the_same_text(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        account.put(f"{calendar}{uid}.ics", event(uid, notes="ä" * 200))
        [listed] = remote.fetch(calendar, [f"{calendar}{uid}.ics"])
        single = remote.get(f"{calendar}{uid}.ics")
        assert listed == single
        assert single.text is not None
        assert not re.search(r"(?<!\r)\n", single.text)

    def test_get_of_nothing(self, remote: DavRemote, calendar: str) -> None:
        assert remote.get(f"{calendar}nothing.ics").gone


class TestWriting:
    def test_create_update_delete(self, remote: DavRemote, account: Account, calendar: str) -> None:
        uid = new_uid()
        href = f"{calendar}{uid}.ics"
        first = remote.create(href, event(uid, title="Erstes"))
        assert first == account.members(calendar)[path_of(href)]
        second = remote.update(href, event(uid, title="Zweites"), first or "")
        assert second not in {first, None}
        assert "SUMMARY:Zweites" in (account.get(href) or "")
        remote.delete(href, second or "")
        assert account.members(calendar) == {}

    def test_creating_over_something(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        account.put(f"{calendar}{uid}.ics", event(uid, title="Theirs"))
        with pytest.raises(PreconditionFailed) as refused:
            remote.create(f"{calendar}{uid}.ics", event(uid, title="Mine"))
        assert not refused.value.maybe_applied
        assert "SUMMARY:Theirs" in (account.get(f"{calendar}{uid}.ics") or "")

    def test_the_same_uid_elsewhere_in_the_calendar(
        self, server: Server, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        account.put(f"{calendar}{uid}.ics", event(uid))
        with pytest.raises(ItemError) as refused:
            remote.create(f"{calendar}other.ics", event(uid))
        assert type(refused.value) is server.trait("a UID twice in a calendar")
        is_said = isinstance(refused.value, PreconditionFailed)
        assert ("no-uid-conflict" in refused.value.details) is is_said
        assert list(account.members(calendar)) == [path_of(f"{calendar}{uid}.ics")]

    def test_updating_and_deleting_an_older_version(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        href = f"{calendar}{uid}.ics"
        old = account.put(href, event(uid, title="Old"))
        account.put(href, event(uid, title="New"))
        with pytest.raises(PreconditionFailed):
            remote.update(href, event(uid, title="Mine"), old)
        with pytest.raises(PreconditionFailed):
            remote.delete(href, old)
        assert "SUMMARY:New" in (account.get(href) or "")

    def test_deleting_what_is_gone(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        href = f"{calendar}{uid}.ics"
        etag = account.put(href, event(uid))
        account.delete(href)
        with pytest.raises(Gone):
            remote.delete(href, etag)

    def test_updating_what_is_gone(
        self, remote: DavRemote, account: Account, calendar: str
    ) -> None:
        uid = new_uid()
        etag = account.put(f"{calendar}{uid}.ics", event(uid))
        account.delete(f"{calendar}{uid}.ics")
        with pytest.raises(PreconditionFailed):
            remote.update(f"{calendar}{uid}.ics", event(uid), etag)
        assert account.members(calendar) == {}


def test_the_remote_is_one(remote: DavRemote, calendar: str) -> None:
    promised: Remote = remote
    assert (promised.requests, promised.received) == (0, 0)
    promised.discover()
    assert promised.requests >= 3
    assert promised.received > 100

"""Passwords are kept where they belong, and every failure of a keyring is worded."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.errors import SecretStoreError
from lcdesk.sync.ports import SecretStore
from lcdesk.sync.secrets import (
    SERVICE,
    KeyringStore,
    LayeredStore,
    SessionStore,
    open_store,
    secret_key,
)
from tests.fakes.keyring_backend import MemoryKeyring

KEY = "icloud:ana@example.org:1"
PASSWORD = "abcd-efgh-ijkl-mnop"


@pytest.fixture(autouse=True)
def backend() -> Iterator[None]:
    """The backend of before, whatever the test sets."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def use_backend(make: Callable[..., KeyringBackend], *arguments: object) -> None:
    """Put a backend in place; its constructors are not annotated, hence this detour."""
    keyring.set_keyring(make(*arguments))


class Raising(KeyringBackend):
    """Fails as it is told to, and says the password while doing so."""

    priority = 0.1

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise type(self.error)(f"cannot keep {password}")

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


@pytest.mark.parametrize(
    "store", [KeyringStore(), SessionStore(), LayeredStore(SessionStore(), KeyringStore())]
)
def test_every_store_keeps_and_forgets(store: SecretStore) -> None:
    assert store.get(KEY) is None
    store.set(KEY, PASSWORD)
    store.set(KEY, "ünother")
    assert store.get(KEY) == "ünother"
    assert store.get("caldav:ana@example.org:1") is None
    store.forget(KEY)
    store.forget(KEY)
    assert store.get(KEY) is None
    assert store.describe()
    assert PASSWORD not in repr(store)


def test_the_keyring_knows_it_as_ours() -> None:
    KeyringStore().set(KEY, PASSWORD)
    assert MemoryKeyring.passwords == {(SERVICE, KEY): PASSWORD}
    assert secret_key(Provider.ICLOUD, " Ana@Example.org ", 1) == KEY


def test_the_session_comes_first_and_nothing_lasts() -> None:
    session, lasting = SessionStore(), KeyringStore()
    store = LayeredStore(session, lasting)
    lasting.set(KEY, "old")
    store.set_for_session(KEY, PASSWORD)
    assert (store.get(KEY), lasting.get(KEY)) == (PASSWORD, "old")
    store.set(KEY, "new")
    assert (store.get(KEY), lasting.get(KEY), session.get(KEY)) == ("new", "new", None)
    store.set_for_session(KEY, PASSWORD)
    store.forget(KEY)
    assert (store.get(KEY), lasting.get(KEY)) == (None, None)


def test_a_session_entry_needs_no_keyring() -> None:
    use_backend(fail.Keyring)
    store = open_store()
    store.set_for_session(KEY, PASSWORD)
    assert store.get(KEY) == PASSWORD


NOT_USABLE = "The password store cannot be used"
LOCKED = "The password store is locked"


@pytest.mark.parametrize(
    ("error", "title", "words"),
    [
        (None, "There is no password store", "offers no password store"),
        (KeyringLocked("locked"), LOCKED, "Unlock it"),
        (InitError("Prompt dismissed"), LOCKED, "Unlock it"),
        (PasswordSetError("full"), NOT_USABLE, "Raising"),
        (KeyError("DBUS_SESSION_BUS_ADDRESS"), NOT_USABLE, "Raising"),
        (RuntimeError("odd"), NOT_USABLE, "Raising"),
    ],
)
def test_failures_are_worded(error: Exception | None, title: str, words: str) -> None:
    use_backend(fail.Keyring if error is None else Raising, *([error] if error else []))
    store = KeyringStore()
    uses: list[Callable[[], object]] = [
        lambda: store.get(KEY),
        lambda: store.set(KEY, PASSWORD),
        lambda: store.forget(KEY),
    ]
    for use in uses:
        with pytest.raises(SecretStoreError) as refused:
            use()
        assert refused.value.title == title
        assert words in refused.value.message
        assert refused.value.details
        said = "".join(traceback.format_exception(refused.value)) + repr(refused.value.details)
        assert PASSWORD not in said
    assert store.describe()


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.get(KEY),
        lambda store: store.set(KEY, PASSWORD),
        lambda store: store.forget(KEY),
    ],
)
def test_a_keyring_that_is_switched_off_is_none(use: Callable[[KeyringStore], object]) -> None:
    use_backend(null.Keyring)
    with pytest.raises(SecretStoreError) as refused:
        use(KeyringStore())
    assert refused.value.title == "There is no password store"
    assert refused.value.details == ("the keyring is switched off",)


def test_a_password_that_will_not_go_is_said() -> None:
    class Stubborn(MemoryKeyring):
        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("refused")

    use_backend(Stubborn)
    KeyringStore().set(KEY, PASSWORD)
    with pytest.raises(SecretStoreError):
        KeyringStore().forget(KEY)


def test_a_broken_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise ModuleNotFoundError("no.such.backend")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    with pytest.raises(SecretStoreError) as refused:
        KeyringStore().get(KEY)
    assert "no.such.backend" in refused.value.details[0]


class Forgetful(MemoryKeyring):
    """Says that it kept a password, and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


def test_a_keyring_that_keeps_nothing_was_believed() -> None:
    use_backend(Forgetful)
    with pytest.raises(SecretStoreError, match="did not keep the password"):
        KeyringStore().set(KEY, PASSWORD)


def test_a_keyring_that_goes_on_giving_an_older_password_was_believed() -> None:
    use_backend(MemoryKeyring)
    KeyringStore().set(KEY, "older-pass-word-here")
    use_backend(Forgetful)
    with pytest.raises(SecretStoreError, match="did not keep the password"):
        KeyringStore().set(KEY, PASSWORD)

"""Where passwords live: the system's keyring, or this session's memory. Never a file of ours.

The only module that knows `keyring`, which it imports on first use. Every failure becomes a
SecretStoreError that names the backend and never the password. A keyring may ask the person to
unlock it and block meanwhile: call it from the sync thread, not from the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.message import Message
from lcdesk.sync.errors import SecretStoreError
from lcdesk.sync.ports import SecretStore

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_T = TypeVar("_T")

SERVICE = "lcdesk"
_NAMES = {
    ".SecretService": Message("the Secret Service (GNOME Keyring or KWallet)"),
    ".libsecret": Message("the Secret Service (GNOME Keyring or KWallet)"),
    ".kwallet": "KWallet",
    ".macOS": Message("the macOS keychain"),
    ".Windows": Message("the Windows credential manager"),
}
_SESSION_ONLY = Message("Or let lcdesk ask for it each time it starts.")


def secret_key(provider: Provider, email: str, account: int) -> str:
    """The name under which an account's password is kept; readable in the system's own tools."""
    return f"{provider.value}:{email.strip().lower()}:{account}"


class KeyringStore:
    """Passwords in the keyring that `keyring` is configured with."""

    def get(self, account: str) -> str | None:
        """The password kept for this key, or None."""
        return _use(lambda backend: backend.get_password(SERVICE, account))

    def set(self, account: str, password: str) -> None:
        """Keep the password, and see that it is given back: some keyrings keep nothing."""
        _use(lambda backend: backend.set_password(SERVICE, account, password), password)
        if self.get(account) != password:
            raise SecretStoreError(
                Message(
                    "{Keyring} did not keep the password. Check it with the system's own tool. "
                    "{or_session}",
                    Keyring=_name_of(_backend()),
                    or_session=_SESSION_ONLY,
                )
            )

    def forget(self, account: str) -> None:
        """Remove it; being absent already is success."""
        _use(lambda backend: _remove(backend, account))

    def describe(self) -> str:
        """The backend in words."""
        try:
            backend = _backend()
        except SecretStoreError as error:
            return error.message
        return Message("{Keyring}", Keyring=_name_of(backend))


class SessionStore:
    """Passwords for as long as the program runs, for those who want none kept."""

    def __init__(self) -> None:
        self._passwords: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"<SessionStore with {len(self._passwords)} entries>"

    def get(self, account: str) -> str | None:
        """The password entered in this session, or None."""
        return self._passwords.get(account)

    def set(self, account: str, password: str) -> None:
        """Remember it until the program ends."""
        self._passwords[account] = password

    def forget(self, account: str) -> None:
        """Forget it."""
        self._passwords.pop(account, None)

    def describe(self) -> str:
        """What it is, in words."""
        return Message("this session only")


class LayeredStore:
    """The session's entry first, the lasting store after it; new passwords go to the latter."""

    def __init__(self, session: SecretStore, lasting: SecretStore) -> None:
        self._session = session
        self._lasting = lasting

    def get(self, account: str) -> str | None:
        """The session's password if there is one, otherwise the kept one."""
        entered = self._session.get(account)
        return entered if entered is not None else self._lasting.get(account)

    def set(self, account: str, password: str) -> None:
        """Keep it for good; an older one of this session must not hide it."""
        self._lasting.set(account, password)
        self._session.forget(account)

    def set_for_session(self, account: str, password: str) -> None:
        """Remember it until the program ends, and write nothing."""
        self._session.set(account, password)

    def forget(self, account: str) -> None:
        """Remove it everywhere."""
        self._session.forget(account)
        self._lasting.forget(account)

    def describe(self) -> str:
        """The lasting store, in words."""
        return self._lasting.describe()


def open_store() -> LayeredStore:
    """The store that the program uses; nothing is imported or unlocked before its first use."""
    return LayeredStore(SessionStore(), KeyringStore())


def _backend() -> KeyringBackend:
    """The configured backend; SecretStoreError when there is none."""
    from keyring import get_keyring  # late: it reads its configuration and looks for backends
    from keyring.backends.fail import Keyring as Missing
    from keyring.backends.null import Keyring as SwitchedOff

    try:
        backend = get_keyring()
    except Exception as error:  # a broken configuration file may raise anything
        reason: str = _reason(error, "")
    else:
        if not isinstance(backend, (Missing, SwitchedOff)):
            return backend
        reason = (
            Message("no backend")
            if isinstance(backend, Missing)
            else Message("the keyring is switched off")
        )
    raise SecretStoreError(
        Message(
            "This computer offers no password store (keyring), so no password can be kept or read. "
            "Set one up, for example GNOME Keyring or KWallet. {or_session}",
            or_session=_SESSION_ONLY,
        ),
        title=Message("There is no password store"),
        details=(reason,),
    )


def _use(use: Callable[[KeyringBackend], _T], secret: str = "") -> _T:
    """Use the backend; whatever it raises becomes one error without the secret."""
    backend = _backend()
    try:
        return use(backend)
    except Exception as error:  # backends let errors of D-Bus and of the system through
        is_locked = _is_lock(error)
        reason = _reason(error, secret)
    name = _name_of(backend)
    if is_locked:
        raise SecretStoreError(
            Message(
                "{Keyring} is locked, so the password cannot be kept or read. Unlock it and try "
                "again. {or_session}",
                Keyring=name,
                or_session=_SESSION_ONLY,
            ),
            title=Message("The password store is locked"),
            details=(reason,),
        )
    raise SecretStoreError(
        Message(
            "{Keyring} did not do what was asked, so the password was not kept or read. "
            "Check it with the system's own tool. {or_session}",
            Keyring=name,
            or_session=_SESSION_ONLY,
        ),
        details=(reason,),
    )


def _remove(backend: KeyringBackend, account: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        backend.delete_password(SERVICE, account)
    except PasswordDeleteError:
        if backend.get_password(SERVICE, account) is not None:
            raise


def _is_lock(error: Exception) -> bool:
    from keyring.errors import InitError, KeyringLocked

    return isinstance(error, (KeyringLocked, InitError))


def _reason(error: Exception, secret: str) -> str:
    text = str(error)
    if secret:
        text = text.replace(secret, "…")
    return f"{type(error).__name__}: {text}"[:300]


def _name_of(backend: KeyringBackend) -> str:
    """The backend as its users call it, inside a sentence."""
    module = type(backend).__module__
    known = next((name for part, name in _NAMES.items() if module.endswith(part)), None)
    return known or Message("the keyring {name}", name=type(backend).__name__)

"""Keyrings for tests, chosen as `keyring` documents: by PYTHON_KEYRING_BACKEND.

No test may meet the keyring of the person who runs it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

FILE_VARIABLE = "LCDESK_TEST_KEYRING"


class MemoryKeyring(KeyringBackend):
    """Forgets everything when the process ends; emptied before each test."""

    priority = 0.1
    passwords: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.passwords[service, username]
        except KeyError:
            raise PasswordDeleteError("Password not found") from None


class FileKeyring(KeyringBackend):
    """Shared by several processes of one test, in the file that LCDESK_TEST_KEYRING names."""

    priority = 0.1

    def get_password(self, service: str, username: str) -> str | None:
        return self._read().get(service, {}).get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        passwords = self._read()
        passwords.setdefault(service, {})[username] = password
        self._write(passwords)

    def delete_password(self, service: str, username: str) -> None:
        passwords = self._read()
        if username not in passwords.get(service, {}):
            raise PasswordDeleteError("Password not found")
        del passwords[service][username]
        self._write(passwords)

    @property
    def _path(self) -> Path:
        return Path(os.environ[FILE_VARIABLE])

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            content: dict[str, dict[str, str]] = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return content

    def _write(self, passwords: dict[str, dict[str, str]]) -> None:
        self._path.write_text(json.dumps(passwords), encoding="utf-8")


def file_keyring_environment(path: Path) -> dict[str, str]:
    """What a subprocess of a test needs in its environment to use the keyring file `path`."""
    return {
        "PYTHON_KEYRING_BACKEND": f"{__name__}.{FileKeyring.__name__}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        FILE_VARIABLE: str(path),
    }

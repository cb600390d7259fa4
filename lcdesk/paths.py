"""Where lcdesk keeps its files, and who besides the person may read or change them.

Where those lie that it brings with it.

Who besides the person may read or change lcdesk's files; what can be put right is.

Looked at before anything else is opened, since a mode that was too wide is gone afterwards.
Where the system keeps no owners and modes (Windows), the folder of each person is closed anyway.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

# With what SQLite keeps beside a store, and what an interrupted start leaves.
_OURS = (
    "lcdesk.sqlite3*",
    "lcdesk-[0-9][0-9][0-9][0-9]-*.sqlite3",
    "lcdesk-copy.part*",
    "copies/lcdesk-*.sqlite3*",
    "copies/copy.part*",
    "copies.lock",
    "lcdesk-crash.log",
    "lcdesk.starting",
    "lcdesk.lock",
    "account-*.lock",
    "lcdesk.log*",
    "last-week.json",
)


@dataclass(frozen=True, slots=True)
class Paths:
    """All files of one workspace lie in `data`; nothing is written elsewhere."""

    data: Path

    @property
    def database(self) -> Path:
        """The SQLite store."""
        return self.data / "lcdesk.sqlite3"

    @property
    def last_week(self) -> Path:
        """What was on the screen when the window was left."""
        return self.data / "last-week.json"

    @property
    def log(self) -> Path:
        """The log, redacted and rotated."""
        return self.data / "lcdesk.log"

    @property
    def faults(self) -> Path:
        """Where the interpreter writes what it was at when it crashed."""
        return self.data / "lcdesk-crash.log"

    @property
    def start_marker(self) -> Path:
        """There while the window starts; where it is found, the last start crashed."""
        return self.data / "lcdesk.starting"

    @property
    def instance_name(self) -> str:
        """The local socket that a second start knocks at; one a folder and person."""
        person = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        key = f"{self.data.resolve()}:{person}".encode()
        return f"lcdesk-{hashlib.sha256(key).hexdigest()[:16]}"

    def files(self) -> list[Path]:
        """What lcdesk made in the folder: the store, copies, locks, the log, the last week."""
        return sorted(file for pattern in _OURS for file in self.data.glob(pattern))

    def prepare(self) -> list[Exposure]:
        """Make the folder, and close it and its files to others; returns what was open.

        A folder that holds other things already keeps its mode: it may be a shared one.
        """
        is_ours = not self.data.exists() or self.database.exists() or not any(self.data.iterdir())
        self.data.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        return close_to_others(self.data, self.files(), is_own=is_ours)


def default_paths() -> Paths:
    """The person's own workspace, in the platform's folder for application data."""
    from platformdirs import user_data_path

    return Paths(user_data_path("lcdesk", appauthor=False))


@lru_cache(maxsize=1)
def resources_dir() -> Path:
    """The `resources` folder: inside a PyInstaller bundle, an installed package or a checkout."""
    package = Path(__file__).resolve().parent
    candidates = [package / "resources", package.parent / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        candidates.insert(0, Path(bundle) / "resources")
    candidates.append(Path(sys.prefix) / "share" / "lcdesk" / "resources")
    for candidate in candidates:
        if (candidate / "icons").is_dir():
            return candidate
    raise FileNotFoundError(f"resources not found in any of {[str(file) for file in candidates]}")


def guide_dir() -> Path:
    """The pages of the guide: among the resources of what is installed, else the checkout's."""
    resources = resources_dir()
    shipped = resources / "guide"
    return shipped if shipped.is_dir() else resources.parent / "docs" / "guide"


FILE_MODE, FOLDER_MODE = 0o600, 0o700
_ROOT = 0  # who administers the machine can read everything anyway
_READ, _WRITE = stat.S_IRGRP | stat.S_IROTH, stat.S_IWGRP | stat.S_IWOTH
_OF_GROUP = stat.S_IRWXG


class Access(StrEnum):
    """What others may do."""

    READ = "read"
    CHANGE = "change"
    REPLACE = "replace"  # a folder above: what lies in it can be swapped for something else


@dataclass(frozen=True, slots=True)
class Exposure:
    """One file or folder that others had access to; `is_mended`: they have none any more."""

    path: Path
    access: Access
    is_mended: bool = False


def close_to_others(folder: Path, files: Iterable[Path], *, is_own: bool) -> list[Exposure]:
    """What was open to others, the folder first; ours is closed where that is possible.

    `is_own` says whether the folder is lcdesk's, and not one that holds other things too.
    """
    if sys.platform == "win32":
        return []
    found = [*_look(folder, FOLDER_MODE if is_own else None), *_above(folder)]
    for file in files:
        found += _look(file, FILE_MODE)
    return found


def _look(path: Path, mode: int | None) -> Iterator[Exposure]:
    try:
        seen = path.stat()
    except OSError:  # gone meanwhile, or a link to nowhere; whoever opens it tells that
        return
    is_closed = mode is not None and _close(path, seen, mode)
    access = access_of_others(seen)
    if access is not None:
        yield Exposure(path, access, is_closed)


def access_of_others(seen: os.stat_result) -> Access | None:
    """What somebody else may do to it; the owner may always change the mode."""
    others = _bits_of_others(seen)
    if not _is_trusted(seen.st_uid) or others & _WRITE:
        return Access.CHANGE
    return Access.READ if others & _READ else None


def _close(path: Path, seen: os.stat_result, mode: int) -> bool:
    """Never through a link: it may have been put there to change something else."""
    if path.is_symlink() or not (stat.S_ISREG(seen.st_mode) or stat.S_ISDIR(seen.st_mode)):
        return False
    if not stat.S_IMODE(seen.st_mode) & (_READ | _WRITE):
        return False
    try:
        path.chmod(mode)
        return access_of_others(path.stat()) is None
    except OSError:  # somebody else's, or a disk that keeps no modes; it is told as open
        return False


def _above(folder: Path) -> Iterator[Exposure]:
    """Folders above in which others may rename and make things, so that ours can be swapped.

    In a folder like /tmp, with the sticky bit, they can only do so to what is their own.
    """
    for file in dict.fromkeys([*folder.absolute().parents, *folder.resolve().parents]):
        seen = file.stat()
        is_open = _bits_of_others(seen) & _WRITE and not seen.st_mode & stat.S_ISVTX
        if is_open or not _is_trusted(seen.st_uid):
            yield Exposure(file, Access.REPLACE)


def _is_trusted(owner: int) -> bool:
    return owner in {_ROOT, _me()}


def _me() -> int:
    return os.getuid() if sys.platform != "win32" else _ROOT


def _bits_of_others(seen: os.stat_result) -> int:
    """The mode without what only a group without anybody else in it is given."""
    mode = stat.S_IMODE(seen.st_mode)
    if mode & _OF_GROUP and _is_group_of_one(seen.st_gid):
        return mode & ~_OF_GROUP
    return mode


def _is_group_of_one(group: int) -> bool:
    """Many systems give each person a group of their own, and new files to it."""
    if sys.platform == "win32":
        return True
    import grp
    import pwd

    try:
        person, shared = pwd.getpwuid(_me()), grp.getgrgid(group)
    except KeyError:  # no name for it; then nobody can say who is in it
        return False
    is_own = shared.gr_name == person.pw_name or group == _ROOT
    return is_own and set(shared.gr_mem) <= {person.pw_name, "root"}


def write_for_owner(file: Path, content: bytes) -> None:
    """Write a file that nobody else can read, not even while it is written. Raises OSError.

    It is replaced as a whole, so that a full disk leaves the file of before.
    """
    if file.exists() and not file.is_file():
        with file.open("wb") as stream:  # /dev/stdout and the like
            stream.write(content)
        return
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

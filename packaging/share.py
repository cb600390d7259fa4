"""What a Linux desktop reads about an installed lcdesk, laid out as below /usr or ~/.local:

share/applications, share/metainfo, share/icons and share/man.
"""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import icons
from product import IDENTIFIER, ROOT, epoch, version

_TEXTS = ROOT / "packaging" / "desktop"


def write_share(share: Path) -> None:
    """Fill a folder that will be .../share."""
    _write(share / "applications" / f"{IDENTIFIER}.desktop", desktop_entry())
    _write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", metainfo())
    write_compressed(share / "man" / "man1" / "lcdesk.1.gz", manual_page())
    icons.write_linux(share / "icons")


def write_compressed(file: Path, text: str) -> None:
    """With gzip, and no time in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def desktop_entry() -> str:
    """How it stands in menus, and which files it opens."""
    return _text("io.github.lcdesk.lcdesk.desktop")


def metainfo() -> str:
    """How it stands in software centres, with the version that is built."""
    return _filled(_text("io.github.lcdesk.lcdesk.metainfo.xml"))


def manual_page() -> str:
    """`man lcdesk`: what it is; `lcdesk --help` says the rest."""
    return _filled(_text("lcdesk.1"))


def _text(name: str) -> str:
    return (_TEXTS / name).read_text(encoding="utf-8")


def _filled(text: str) -> str:
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    return text.replace("{version}", version()).replace("{day}", day)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

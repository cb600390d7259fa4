"""What packages say about lcdesk: one name everywhere, and what each system's validator wants."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import icons
import product
import pytest
import share
import shipped
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from lcdesk.app.start import APPLICATION_ID
from lcdesk.ui.desktop.login import NAME
from lcdesk.ui.settings.parts_shipped import LIBRARIES, Part


def _validate(*command: str) -> None:
    """By the system's own tool, where it is installed; `make package` never goes without."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    told = subprocess.run(command, capture_output=True, check=False, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "warning" not in (told.stdout + told.stderr).lower()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    share.write_share(tmp_path)
    return tmp_path


def test_windows_files_and_notices_are_known_by_one_name(tree: Path) -> None:
    assert {product.IDENTIFIER, APPLICATION_ID, NAME} == {product.IDENTIFIER}
    named = {file.name.removesuffix(".gz") for file in tree.rglob("*") if file.is_file()}
    others = {name for name in named if not name.startswith(f"{product.IDENTIFIER}.")}
    assert others == {"lcdesk.1"}


def test_the_menu_entry_is_valid(tree: Path) -> None:
    _validate("desktop-file-validate", str(tree / "applications" / f"{NAME}.desktop"))


def test_the_page_of_software_centres_is_valid(tree: Path) -> None:
    _validate(
        "appstreamcli", "validate", "--no-net", str(tree / "metainfo" / f"{NAME}.metainfo.xml")
    )


def test_the_menu_entry_opens_calendar_files_and_claims_nothing_else(tree: Path) -> None:
    entry = configparser.RawConfigParser()
    entry.read(tree / "applications" / f"{NAME}.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["MimeType"] == "text/calendar;"  # webcal is an address, which lcdesk does not read
    assert said["Exec"] == "lcdesk %f"
    assert said["Icon"] == NAME


def test_the_manual_page_and_the_metainfo_have_the_version_that_is_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert f'<release version="{product.version()}" date="2026-09-21"/>' in share.metainfo()
    assert share.manual_page().startswith(f'.TH LCDESK 1 "2026-09-21" "lcdesk {product.version()}"')
    assert not re.search(r"\{\w+\}", share.metainfo() + share.manual_page())


def test_icons_have_the_sizes_that_their_folders_say(tree: Path) -> None:
    for pixels in icons.LINUX:
        file = tree / "icons" / "hicolor" / f"{pixels}x{pixels}" / "apps" / f"{NAME}.png"
        assert QImage(str(file)).size() == QSize(pixels, pixels)


@pytest.mark.parametrize(("form", "largest"), [("ico", 256), ("icns", 1024)])
def test_icons_of_other_systems_can_be_read(form: str, largest: int) -> None:
    content = icons.ico() if form == "ico" else icons.icns()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer, QByteArray(form.encode()))
    sizes = []
    for at in range(reader.imageCount()):
        assert reader.jumpToImage(at)
        sizes.append(reader.read().width())
    assert max(sizes) == largest
    assert min(sizes) == 16


def test_macos_is_told_of_a_window_and_of_no_files() -> None:
    said = plistlib.loads(plistlib.dumps(product.info_plist()))
    assert said["CFBundleShortVersionString"] == product.version()
    assert said["LSBackgroundOnly"] is False
    assert said["NSRequiresAquaSystemAppearance"] is False
    assert "CFBundleDocumentTypes" not in said


def test_the_version_resource_of_windows_is_one_expression_with_the_version() -> None:
    text = product.windows_version()
    called = [node for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Call)]
    assert {node.func.id for node in called if isinstance(node.func, ast.Name)} == {
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct",
        "VarFileInfo", "VarStruct",
    }  # fmt: skip
    assert f"StringStruct('ProductVersion', '{product.version()}')" in text


def test_every_package_with_a_text_of_its_licence_brings_it() -> None:
    texts = dict.fromkeys(place for _, place in shipped.licence_texts())
    assert {"Qt", "Inter", "lcdesk", "sqlalchemy", "caldav", "cryptography"} <= set(texts)


def test_the_lists_of_parts_name_what_the_system_gave(tmp_path: Path) -> None:
    shipped.write_lists(tmp_path, [Part("openssl", "3.0", "", "https://www.openssl.org")])
    listed = (tmp_path / shipped.LIST).read_text(encoding="utf-8").splitlines()
    assert "openssl 3.0: see its text" in listed
    assert any(line.startswith("SQLAlchemy 2.") for line in listed)
    rows = (tmp_path / LIBRARIES).read_text(encoding="utf-8")
    assert rows == "openssl\t3.0\t\thttps://www.openssl.org\n"

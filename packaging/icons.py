"""The program's icon in the forms that systems ask for, painted from resources/icons/lcdesk.svg.

Painted at build time, so that no picture lies in the repository that could fall behind.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from product import IDENTIFIER, ROOT
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = ROOT / "resources" / "icons" / "lcdesk.svg"
LINUX = (16, 24, 32, 48, 64, 128, 256)  # pixels; beside them goes the drawing itself
_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
# Apple's names of PNG images: the second of a size is for screens of twice the density.
_MACOS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
          b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512}  # fmt: skip
_ICO_HEADER, _ICO_ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def png(pixels: int) -> bytes:
    """The icon, square."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # its stub wants bytes
        raise OSError(f"Qt cannot write {pixels} pixels as PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """For Windows: a table of sizes, then a PNG each."""
    images = [png(pixels) for pixels in _WINDOWS]
    at = _ICO_HEADER.size + len(images) * _ICO_ENTRY.size
    table = [_ICO_HEADER.pack(0, 1, len(images))]
    for pixels, image in zip(_WINDOWS, images, strict=True):
        side = pixels % 256  # one byte; 0 says 256
        table.append(_ICO_ENTRY.pack(side, side, 0, 0, 1, 32, len(image), at))
        at += len(image)
    return b"".join([*table, *images])


def icns() -> bytes:
    """For macOS: one PNG behind the other, each with its name and its length."""
    images: Mapping[bytes, bytes] = {name: png(pixels) for name, pixels in _MACOS.items()}
    chunks = [name + struct.pack(">I", len(image) + 8) + image for name, image in images.items()]
    whole = b"".join(chunks)
    return b"icns" + struct.pack(">I", len(whole) + 8) + whole


def write_linux(icons: Path) -> None:
    """Into a folder such as share/icons: the theme that every other falls back to."""
    for pixels in LINUX:
        place = icons / "hicolor" / f"{pixels}x{pixels}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{IDENTIFIER}.png").write_bytes(png(pixels))
    scalable = icons / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / f"{IDENTIFIER}.svg").write_bytes(DRAWING.read_bytes())

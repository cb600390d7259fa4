"""The pictures of the guide, made small from those of `make screenshots`.

python -m tests.screenshots --out FOLDER && python -m tests.screenshots.guide FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from lcdesk.ui.look.palette import Scheme

HERE = Path(__file__).parents[2] / "docs" / "guide" / "pictures"
# By their names there: the picture that they are made from, and how much of it from its top.
PICTURES = {
    "first-steps": ("first-steps", 1.0),
    "week": ("week", 1.0),
    "booking": ("booking-closed", 1.0),
    "settings": ("settings-calendars", 1.0),
    "needs-attention": ("needs-attention", 0.72),
    "waiting-list": ("waiting-list", 0.6),
    "data-and-backup": ("settings-backup", 1.0),
}
_WIDTH = 680  # pixels, as wide as a page of the guide is at first
_DENSEST = 0  # of Qt's scale of 100, on which 0 means the smallest file


def make_picture(taken: Path, made: Path, share: float) -> None:
    """Cut one off below and scale it down. Raises OSError."""
    image = QImage(str(taken))
    image = image.copy(0, 0, image.width(), round(image.height() * share))
    if image.width() > _WIDTH:
        image = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    if not image.convertToFormat(QImage.Format.Format_RGB888).save(str(made), quality=_DENSEST):
        raise OSError(f"{made} cannot be written")


def main() -> None:
    """From the folder that is named, light and dark."""
    taken = Path(sys.argv[1])
    for name, (source, share) in PICTURES.items():
        for scheme, ending in ((Scheme.LIGHT, ""), (Scheme.DARK, "-dark")):
            picture = taken / f"{source}-{scheme.name.lower()}.png"
            make_picture(picture, HERE / f"{name}{ending}.png", share)


if __name__ == "__main__":
    main()

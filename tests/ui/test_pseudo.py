"""The made-up language: what it says, and what it finds."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.wording.labels import tr, with_number
from tests.pseudo import bare_texts, pseudo, speaking_pseudo


def test_what_is_filled_in_stays_as_it_is() -> None:
    assert pseudo("{n} events") == "⟦{n} évéñts~~~⟧"


def test_a_text_without_translation_is_found_and_a_name_is_not(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    column = QVBoxLayout(owner)
    with speaking_pseudo():
        for text in (tr("Copied"), with_number(2, "{n} event", "{n} events"), "Copied", "Ana"):
            column.addWidget(QLabel(text))
    assert bare_texts(owner, ("Ana",)) == {"Copied"}

"""Intake fields and answers go out to a workspace file and come in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.workspace import load, save
from tests.command_line import workspace
from tests.desk import NOW, Desk

FIELDS = [
    {"name": "Allergies", "kind": "text", "required": True},
    {"name": "Hair", "kind": "choice", "required": False, "choices": ["Short", "Long"]},
    {"name": "Insured", "kind": "yes_no", "required": False},
]
ANSWERS = {"Allergies": "nuts", "Insured": "yes", "Shoes": "38"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


def take(desk: Desk, document: Any) -> None:
    with desk.database.write() as tx:
        load(tx, document, now=NOW)


def given_back(desk: Desk) -> dict[str, Any]:
    with desk.database.read() as reader:
        return save(reader)


def with_answers(answers: Any = ANSWERS, fields: Any = FIELDS) -> dict[str, Any]:
    row = {
        "calendar": "Consultation",
        "start": "2026-12-01T10:00:00+01:00",
        "staff": ["Ana"],
        "contact": "Cleo Park",
        "answers": answers,
    }
    document = workspace(appointments=[row])
    for calendar in document["calendars"]:
        if calendar["name"] == "Consultation":
            calendar["fields"] = fields
    return document


def fields_of(document: dict[str, Any]) -> Any:
    (found,) = (one for one in document["calendars"] if one["name"] == "Consultation")
    return found.get("fields")


def test_fields_and_answers_come_back_to_the_letter(desk: Desk, tmp_path: Path) -> None:
    take(desk, with_answers())
    saved = given_back(desk)
    assert fields_of(saved) == FIELDS
    assert saved["appointments"][0]["answers"] == ANSWERS, "one that is asked no more stays"
    folder = tmp_path / "other"
    folder.mkdir()
    other = Desk(folder)
    take(other, saved)
    assert given_back(other) == saved
    other.close()


def test_what_a_file_leaves_out_stays(desk: Desk) -> None:
    take(desk, with_answers())
    before = given_back(desk)
    document = with_answers()
    del document["appointments"][0]["answers"]
    for calendar in document["calendars"]:
        calendar.pop("fields", None)
    take(desk, document)
    assert given_back(desk) == before
    take(desk, with_answers({"Allergies": "milk"}))
    assert given_back(desk)["appointments"][0]["answers"] == {"Allergies": "milk"}


def test_workspaces_without_fields_are_written_as_before(desk: Desk) -> None:
    take(desk, with_answers({}, []))
    saved = given_back(desk)
    assert fields_of(saved) is None
    assert "answers" not in saved["appointments"][0]


@pytest.mark.parametrize(
    ("answers", "fields", "said"),
    [
        ({"Insured": "perhaps"}, FIELDS, r"appointments\[0\].answers.Insured: yes or no"),
        ({"Allergies": "x" * 2_001}, FIELDS, r"appointments\[0\].answers.Allergies: a name of"),
        ({" Insured": "perhaps"}, FIELDS, r"appointments\[0\].answers. Insured: yes or no"),
        ({"Shoes": "38", "Shoes ": "39"}, FIELDS, r"answers.Shoes : this was answered already"),
        ({"": "x"}, FIELDS, "a name of up to 100 letters"),
        ({"Allergies": 3}, FIELDS, r"answers.Allergies: a text is needed"),
        (["nuts"], FIELDS, r"answers: an object with names"),
        ({}, [{"name": "A", "kind": "number"}], r"fields\[0\].kind: one of these words"),
        ({}, [{"name": "A", "label": "B"}], r"fields\[0\].label: this key is not known"),
        ({}, [{"name": "A"}, {"name": "a"}], r"calendars\[\d\]: Consultation asks for “a” twice"),
    ],
)
def test_mistakes_are_named_with_their_place(
    desk: Desk, answers: Any, fields: Any, said: str
) -> None:
    with pytest.raises(InvalidInput, match=said):
        take(desk, with_answers(answers, fields))
    assert given_back(desk)["calendars"] == []

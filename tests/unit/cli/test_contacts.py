"""`lcdesk contact`: contacts from a file and to one, without the window."""

from __future__ import annotations

import pytest

from tests.command_line import CommandLine

CARDS = "BEGIN:VCARD\nFN:Fay\nEMAIL:fay@x.example\nEND:VCARD\n"


def test_contacts_are_written_and_taken_over_again(run: CommandLine) -> None:
    file = run.folder / "people.vcf"
    file.write_text(CARDS)
    tried = run.json("contact", "import", file, "--dry-run")
    assert (tried["new"], tried["changed"]) == (1, 0)
    assert [one["name"] for one in tried["contacts"]] == ["Fay"]
    assert run.json("contact", "import", file) == tried
    assert run.json("contact", "import", file)["same"] == 1
    for name in ("all.vcf", "all.csv"):
        written = run.json("contact", "export", run.folder / name)
        again = run.json("contact", "import", run.folder / name, "--dry-run")
        assert (again["new"], again["changed"], again["same"]) == (0, 0, written["contacts"])


def test_a_card_that_is_left_out_is_named_and_the_rest_kept(run: CommandLine) -> None:
    file = run.folder / "people.vcf"
    file.write_text(f"{CARDS}BEGIN:VCARD\n")
    answer = run("contact", "import", file)
    assert answer.status == 1
    assert "Card 2 is not complete." in answer.err
    assert "1 new contact" in answer.out


def test_a_table_of_headings_alone_holds_no_contacts(run: CommandLine) -> None:
    file = run.folder / "people.csv"
    file.write_text("Name,E-mail\n")
    for more in ((), ("--dry-run",)):
        answer = run("contact", "import", file, *more)
        assert answer.status == 0
        assert answer.out.strip() == "There are no contacts in this file."


def test_a_bad_email_is_named_by_its_row_and_the_rest_is_kept(run: CommandLine) -> None:
    file = run.folder / "people.csv"
    file.write_text("Name,E-mail\nDana,dana\nEve,eve@x.example\n")
    answer = run("contact", "import", file)
    assert answer.status == 1
    assert "Row 2: “dana” is no e-mail address" in answer.err
    assert "2 new contacts" in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.vcf"), "cannot be read"),
        (("export", "people.txt"), "call the file .vcf or .csv"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    run: CommandLine, words: tuple[str, str], said: str
) -> None:
    answer = run("contact", words[0], run.folder / words[1])
    assert answer.status == 2
    assert said in answer.err

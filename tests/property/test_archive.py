"""Everything out and in again: the same business, and no file from outside breaks anything."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import InvalidInput, LcdeskError, RefusedByRule, StoreError
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.database import Database
from lcdesk.model.workspace import archive
from lcdesk.model.workspace.archive import ABOUT, STORE, export_all, import_all
from lcdesk.model.workspace.save import save
from tests.desk import NOW, open_store
from tests.salon import Salon, at
from tests.unit.model.store.backup.test_copies import store_of

ABOUT_TEXT = json.dumps({"format": "lcdesk-export", "version": 1})
NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


def saved(store: Path) -> object:
    database = Database.open(store)
    try:
        with database.read() as reader:
            return save(reader)
    finally:
        database.close()


def zipped(folder: Path, **files: bytes | str) -> Path:
    file = folder / "some.zip"
    with zipfile.ZipFile(file, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return file


@pytest.fixture
def exported(salon: Salon) -> Path:
    """What a salon with an account and a booking exports."""
    salon.connect(salon.ana)
    salon.book(salon.visit(), at(1, 10), Contact(0, "Mia", "mia@example.org"))
    file = salon.folder / "all.zip"
    export_all(store_of(salon), file, NOW)
    return file


def test_everything_is_there_again_on_another_computer(
    salon: Salon, exported: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.mkdir()
    held = import_all(there / STORE, exported, NOW)
    assert (held.appointments, held.contacts) == (1, 1)
    assert saved(there / STORE) == saved(store_of(salon))


def test_the_files_can_be_read_and_hold_no_password(exported: Path) -> None:
    with zipfile.ZipFile(exported) as found:
        assert found.testzip() is None
        texts = {name: found.read(name) for name in found.namelist() if name != STORE}
    assert set(texts) == {
        ABOUT, "workspace.json", "appointments.ics", "contacts.csv", "activity.json",
        "settings.json", "accounts.json",
    }  # fmt: skip
    assert b"Mia" in texts["contacts.csv"]
    assert texts["appointments.ics"].count(b"BEGIN:VEVENT") == 1
    assert json.loads(texts["activity.json"])
    assert json.loads(texts["accounts.json"])[0]["email"] == "ana@icloud.example"
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NAMES, st.integers(9, 16)), max_size=4, unique_by=lambda one: one[1]))
def test_what_goes_out_comes_in(
    tmp_path_factory: pytest.TempPathFactory, booked: list[tuple[str, int]]
) -> None:
    salon = Salon(tmp_path_factory.mktemp("here"))
    there = tmp_path_factory.mktemp("there")
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    for name, hour in booked:
        salon.book(hall, at(1, hour), Contact(0, name, ""))
    salon.close()
    export_all(store_of(salon), salon.folder / "all.zip", NOW)
    import_all(there / STORE, salon.folder / "all.zip", NOW)
    assert saved(there / STORE) == saved(store_of(salon))


def test_a_workspace_that_holds_something_is_not_replaced(salon: Salon, exported: Path) -> None:
    before = saved(store_of(salon))
    with pytest.raises(RefusedByRule, match="holds data already"):
        import_all(store_of(salon), exported, NOW + timedelta(hours=1))
    assert saved(store_of(salon)) == before


def test_an_empty_workspace_is_set_aside(exported: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    open_store(there).close()
    import_all(there / STORE, exported, NOW)
    assert len(list((there / "copies").iterdir())) == 1


@pytest.mark.parametrize(
    "files",
    [
        {},
        {ABOUT: ABOUT_TEXT},
        {ABOUT: "{}", STORE: b"x"},
        {ABOUT: "[]", STORE: b"x"},
        {ABOUT: "[" * 9_000, STORE: b"x"},
        {ABOUT: b"\xff", STORE: b"x"},
        {ABOUT: " " * 20_000 + ABOUT_TEXT, STORE: b"x"},
        {ABOUT: ABOUT_TEXT, f"../{STORE}": b"x"},
        {ABOUT: ABOUT_TEXT, f"/tmp/{STORE}": b"x"},
        {ABOUT: ABOUT_TEXT, STORE: b"Dear Sir " * 900},
        {ABOUT: ABOUT_TEXT, STORE: b""},
    ],
)
def test_what_is_no_export_changes_nothing(tmp_path: Path, files: dict[str, bytes | str]) -> None:
    there = tmp_path / "there"
    there.mkdir()
    file = zipped(tmp_path, **files)
    with pytest.raises((InvalidInput, StoreError)):
        import_all(there / STORE, file, NOW)
    left = [found.name for found in there.iterdir() if not found.name.endswith(".lock")]
    assert left == []
    assert sorted(found.name for found in tmp_path.iterdir()) == ["some.zip", "there"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_STORE", 1_000_000)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(ABOUT, ABOUT_TEXT)
        made.writestr(STORE, bytes(5_000_000))
    packed = content.getvalue()
    lied = packed.replace((5_000_000).to_bytes(4, "little"), (900_000).to_bytes(4, "little"))
    for number, bomb in enumerate((packed, lied)):
        file = tmp_path / f"{number}.zip"
        file.write_bytes(bomb)
        with pytest.raises((InvalidInput, StoreError)):
            import_all(tmp_path / STORE, file, NOW)


def test_a_newer_export_asks_for_an_update(tmp_path: Path) -> None:
    about = json.dumps({"format": "lcdesk-export", "version": 2})
    with pytest.raises(InvalidInput, match="Update lcdesk"):
        import_all(tmp_path / STORE, zipped(tmp_path, **{ABOUT: about, STORE: "x"}), NOW)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_garbled_export_is_refused_in_words(
    exported: Path, tmp_path: Path, data: st.DataObject
) -> None:
    whole = exported.read_bytes()
    places = st.integers(0, len(whole) - 1)
    changed = bytearray(whole)
    for place, value in data.draw(
        st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8)
    ):
        changed[place] = value
    file = tmp_path / "garbled.zip"
    file.write_bytes(changed[: data.draw(places) + 1] if data.draw(st.booleans()) else changed)
    target = tmp_path / "garbled" / STORE
    target.parent.mkdir(exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        import_all(target, file, NOW)
    except LcdeskError:
        assert not target.exists()


def test_a_target_that_cannot_be_written_leaves_nothing(salon: Salon, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        export_all(store_of(salon), tmp_path / "missing" / "all.zip", NOW)

"""What a calendar asks, and the answers: kept, changed, searched, undone, never sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.calendars import clone_calendar, save_calendar
from lcdesk.model.commands.intake.answers import AnswerMissing, change_answers
from lcdesk.model.commands.moving import copy_appointment
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.commands.series import top_up
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.intake import LONGEST_ANSWER, FieldKind, IntakeField
from lcdesk.model.domain.people import Contact
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.appointments import appointments_of_series
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.intake import answers_of
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.queries.search import search
from lcdesk.model.store.remote import objects
from tests.salon import Salon, at
from tests.salon import salon as salon
from tests.undoing import redo, undo

ALLERGIES = IntakeField(0, "Allergies", required=True)
INSURED = IntakeField(0, "Insured", FieldKind.YES_NO)
HAIR = IntakeField(0, "Hair", FieldKind.CHOICE, choices=("Short", "Long"))


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit(fields=(ALLERGIES, INSURED, HAIR))


def given(salon: Salon, one: Appointment) -> dict[str, str]:
    with salon.database.read() as reader:
        (found,) = answers_of(reader, [one.id]).values()
    return {answer.name: answer.value for answer in found}


def by_name(calendar: Calendar, answers: Mapping[str, str]) -> dict[int, str]:
    ids = {field.name: field.id for field in calendar.fields}
    return {ids[name]: value for name, value in answers.items()}


def book(salon: Salon, calendar: Calendar, **answers: str) -> Appointment:
    return salon.book(calendar, at(1, 10), answers=by_name(calendar, answers))


def save(salon: Salon, calendar: Calendar, *fields: IntakeField) -> Calendar:
    with salon.database.write() as tx:
        return save_calendar(tx, replace(calendar, fields=fields), salon.now)


def answer(salon: Salon, one: Appointment, calendar: Calendar, **wanted: str) -> None:
    with salon.database.write() as tx:
        change_answers(tx, [one], calendar, by_name(calendar, wanted))


def test_answers_are_kept_with_the_appointment_in_the_calendar_s_order(
    salon: Salon, visit: Calendar
) -> None:
    one = book(salon, visit, Hair="long", Allergies=" nuts\n\x1b and  milk ", Insured="YES")
    assert given(salon, one) == {"Allergies": "nuts and milk", "Insured": "yes", "Hair": "Long"}
    assert list(given(salon, one)) == ["Allergies", "Insured", "Hair"]


def test_a_required_answer_that_is_missing_refuses_unless_it_is_insisted_on(
    salon: Salon, visit: Calendar
) -> None:
    with pytest.raises(AnswerMissing, match="First visit needs an answer to Allergies") as refused:
        book(salon, visit, Allergies="  ", Insured="no")
    assert refused.value.details == ("Allergies",)
    assert salon.agenda() == ()
    one = salon.book(visit, at(1, 10), insist=True)
    assert given(salon, one) == {}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"Allergies": "x" * (LONGEST_ANSWER + 1)}, "longer than 2,000 letters"),
        ({"Allergies": "x", "Hair": "Green"}, "“Green” is no answer to “Hair”"),
        ({"Allergies": "x", "Insured": "perhaps"}, "It can be: yes, no"),
    ],
)
def test_what_was_not_offered_is_refused_and_nothing_is_booked(
    salon: Salon, visit: Calendar, answers: dict[str, str], said: str
) -> None:
    with pytest.raises(InvalidInput, match=said):
        book(salon, visit, **answers)
    assert salon.agenda() == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ([IntakeField(0, " \x07 ")], "needs a name"),
        ([IntakeField(0, "x" * 101)], "at most 100 letters"),
        ([IntakeField(0, "Hair"), IntakeField(0, "hair ")], "“hair” twice"),
        ([IntakeField(0, "Hair", FieldKind.CHOICE, choices=(" ",))], "something to choose from"),
        ([IntakeField(0, "Hair", FieldKind.CHOICE, choices=("a", "A"))], "offers “A” twice"),
        (
            [IntakeField(0, "Hair", FieldKind.CHOICE, choices=tuple(map(str, range(51))))],
            "at most 50 choices",
        ),
        ([IntakeField(0, str(number)) for number in range(31)], "at most 30 things"),
    ],
)
def test_fields_that_cannot_be_asked_are_refused(
    salon: Salon, fields: list[IntakeField], said: str
) -> None:
    with pytest.raises(InvalidInput, match=said) as refused:
        salon.visit(fields=tuple(fields))
    assert refused.value.field == "fields"


def test_a_renamed_field_keeps_its_answers_and_a_removed_one_leaves_them_readable(
    salon: Salon, visit: Calendar
) -> None:
    one = book(salon, visit, Allergies="nuts", Hair="Long")
    allergies, _, hair = visit.fields
    after = save(salon, visit, replace(hair, name="Length of hair"))
    assert [field.name for field in after.fields] == ["Length of hair"]
    assert given(salon, one) == {"Length of hair": "Long", "Allergies": "nuts"}
    again = save(salon, after, *after.fields, IntakeField(0, "Allergies"))
    assert again.fields[1].id == allergies.id, "what is asked again has its answers again"


def test_a_copy_of_a_calendar_asks_the_same_with_fields_of_its_own(
    salon: Salon, visit: Calendar
) -> None:
    with salon.database.write() as tx:
        other = clone_calendar(tx, visit.id, now=salon.now)
    assert [replace(field, id=0) for field in other.fields] == [ALLERGIES, INSURED, HAIR]
    assert not {field.id for field in other.fields} & {field.id for field in visit.fields}


def test_changed_answers_are_told_by_the_name_of_the_field_alone(
    salon: Salon, visit: Calendar
) -> None:
    one = book(salon, visit, Allergies="nuts", Insured="no")
    answer(salon, one, visit, Allergies="", Hair="Short")
    assert given(salon, one) == {"Insured": "no", "Hair": "Short"}
    with salon.database.read() as reader:
        told = journal_page(reader, limit=1)[0]
    assert told.facts["answers"] == ["Allergies", "Hair"]
    assert "nuts" not in str(told)
    undo(salon)
    assert given(salon, one) == {"Allergies": "nuts", "Insured": "no"}
    redo(salon)
    assert given(salon, one) == {"Insured": "no", "Hair": "Short"}


def test_an_answer_that_is_offered_no_more_stays_until_it_is_changed(
    salon: Salon, visit: Calendar
) -> None:
    one = book(salon, visit, Allergies="nuts", Hair="Long")
    after = save(salon, visit, *visit.fields[:2], replace(visit.fields[2], choices=("Bald",)))
    answer(salon, one, after, Allergies="milk", Hair="Long")
    assert given(salon, one) == {"Allergies": "milk", "Hair": "Long"}


def test_changing_nothing_is_no_step(salon: Salon, visit: Calendar) -> None:
    one = book(salon, visit, Allergies="nuts")
    answer(salon, one, visit, Allergies="nuts", Hair="")
    undo(salon)
    assert salon.agenda() == (), "the booking was the last step"


def test_each_seat_of_a_class_has_answers_of_its_own(salon: Salon) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ana, fields=(ALLERGIES,))
    asked = yoga.fields[0].id
    cleo = salon.book(yoga, at(1, 10), answers={asked: "nuts"})
    dana = salon.book(yoga, at(1, 10), Contact(0, "Dana"), answers={asked: "none"})
    assert cleo.session == dana.session
    assert (given(salon, cleo), given(salon, dana)) == (
        {"Allergies": "nuts"},
        {"Allergies": "none"},
    )


def test_a_copy_and_the_dates_of_a_series_have_the_answers_too(
    salon: Salon, visit: Calendar
) -> None:
    one = book(salon, visit, Allergies="nuts", Hair="Long")
    save(salon, visit, visit.fields[0], replace(visit.fields[2], choices=("Bald",)))
    with salon.database.write() as tx:
        copied = copy_appointment(tx, one.id, start=at(2, 12), now=salon.now)
        series = repeat(tx, one.id, series_rule("FREQ=WEEKLY"), now=salon.now).made
    for later in (copied, series[1], series[-1]):
        assert given(salon, later) == {"Allergies": "nuts"}, "what is offered still"
    with salon.database.write() as tx:
        more = top_up(tx, now=salon.now + timedelta(days=100))
    assert given(salon, more[-1]) == {"Allergies": "nuts"}
    with salon.database.read() as reader:
        assert len(appointments_of_series(reader, more[-1].series or 0)) > len(series)


def test_answers_are_found_by_search(salon: Salon, visit: Calendar) -> None:
    book(salon, visit, Allergies="Peanuts", Insured="yes")

    def found(words: str) -> int:
        with salon.database.read() as reader:
            return len(search(reader, words, now=salon.now).upcoming)

    assert found("peanut") == 1
    assert found("yes") == 0, "a yes is no word that anybody looks for"


def test_answers_stay_in_lcdesk(salon: Salon, visit: Calendar) -> None:
    """Whoever reads the calendar on a server does not read what somebody is allergic to."""
    salon.connect(salon.ana)
    one = book(salon, visit, Allergies="Peanuts", Hair="Long")
    with salon.database.read() as reader:
        (sent,) = objects.objects_of_session(reader, one.session)
        calendar = get_calendar(reader, visit.id)
    assert "Peanuts" not in repr(sent)
    assert calendar == visit

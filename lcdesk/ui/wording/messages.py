"""What the model says, in the window's language and with the forms of its locale."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from lcdesk.model.domain.english import offset_if_doubled
from lcdesk.model.domain.message import FullDay, Message, Value, ZoneName, fill
from lcdesk.ui.look.locale import LocaleFormat


def worded(text: str) -> str:
    """A Message as the window says it; any other text, such as a name, as it is."""
    if not isinstance(text, Message):
        return text
    form = QCoreApplication.translate("Message", text.key, "", text.number)
    if form == text.key:
        form = text.template
    if not text.values:
        return form
    return fill(form, {name: _written(value) for name, value in text.values.items()}, text.values)


def _written(value: Value) -> str:
    match value:
        case str():
            return worded(value)
        case int():
            return number(value)
        case datetime():
            return _locale().time(value.hour * 60 + value.minute) + offset_if_doubled(value)
        case date():
            return _locale().day(value)
        case FullDay():
            return _locale().day_with_year(value.of)
        case ZoneName():
            return value.city
        case _:
            return name_list([worded(name) for name in value])


def number(count: int) -> str:
    """`1,250`."""
    locale = QLocale()
    is_known = locale.language() != QLocale.Language.C
    return locale.toString(count) if is_known else f"{count:,}"


def name_list(names: list[str]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    if len(names) < 2:
        return "".join(names)
    form = QCoreApplication.translate("Wording", "{first} and {last}")
    return form.format(first=", ".join(names[:-1]), last=names[-1])


def _locale() -> LocaleFormat:
    return LocaleFormat(region=QLocale.system())

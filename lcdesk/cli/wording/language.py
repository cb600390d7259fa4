"""Which language the command line speaks, and its sentences in it.

JSON and the log are English always. Qt is not imported for a translation: it is read from the
`.mo` file that is compiled beside the window's, from the same source.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path

from lcdesk.model.domain import english
from lcdesk.model.domain.message import FullDay, Message, Value, ZoneName, fill
from lcdesk.paths import resources_dir

ENGLISH = "en"
_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides
_PLAIN = ("C", "POSIX")
_CONTEXT = "Message"
_spoken: gettext.NullTranslations | None = None  # None is English


def language_of(environment: Mapping[str, str]) -> str:
    """What a terminal asks for: "de" of `de_AT.UTF-8`; English for "C" and for nothing.

    As GNU gettext has it, LANGUAGE ranks languages before all else, but not where "C" is asked for.
    Where no locale is named at all it counts too: not every system tells its own that way.
    """
    locale = next((environment[name] for name in _NAMES if environment.get(name)), "")
    if locale not in _PLAIN:
        for wish in environment.get("LANGUAGE", "").split(":"):
            if _is_spoken(_language(wish)):
                return _language(wish)
    return _language(locale) or ENGLISH


def _language(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()


def _is_spoken(language: str) -> bool:
    return language == ENGLISH or _file_of(language) is not None


def speak(language: str) -> None:
    """Word everything in this language from now on, and in English where it is not known."""
    global _spoken  # one language a process, as Qt's translators
    _spoken = _read(language)


def wording_of(language: str) -> Callable[[str], str]:
    """What words texts in another language than the one that is spoken."""
    return partial(_word, _read(language))


def words(template: str, /, **values: Value) -> str:
    """A sentence in the terminal's language; `template` is a literal, as that of a Message."""
    return worded(Message(template, **values))


def worded(text: str) -> str:
    """A Message in the terminal's language; any other text, such as a name, as it is."""
    return _word(_spoken, text)


def _file_of(language: str) -> Path | None:
    file = resources_dir() / "i18n" / f"lcdesk_{language}.mo"
    return file if language.isalpha() and file.is_file() else None


def _read(language: str) -> gettext.NullTranslations | None:
    file = _file_of(language)
    if file is None:
        return None
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _word(spoken: gettext.NullTranslations | None, text: str) -> str:
    if spoken is None or not isinstance(text, Message):
        return text
    form = _form_of(text, spoken)
    if not text.values:
        return form
    texts = {name: _written(spoken, value) for name, value in text.values.items()}
    return fill(form, texts, text.values)


def _form_of(text: Message, spoken: gettext.NullTranslations) -> str:
    """The translation; a text without one is English."""
    if text.number < 0:
        return spoken.pgettext(_CONTEXT, text.template)
    form = spoken.npgettext(_CONTEXT, text.key, text.key, text.number)
    return text.template if form == text.key else form


def _written(spoken: gettext.NullTranslations, value: Value) -> str:
    """Days and times as nobody can misread them: 2026-12-01, 14:30."""
    match value:
        case str():
            return _word(spoken, value)
        case int():
            return str(value)
        case datetime():
            return english.clock(value)
        case date():
            return value.isoformat()
        case FullDay():
            return value.of.isoformat()
        case ZoneName():
            return value.iana
        case _:
            return _list_of(spoken, [_word(spoken, name) for name in value])


def _list_of(spoken: gettext.NullTranslations, names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    both = Message("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
    return _word(spoken, both)

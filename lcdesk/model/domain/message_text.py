"""Messages as text that can be kept: the English sentence, and behind it what it was made of."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from lcdesk.model.domain.message import FullDay, Message, Value, ZoneName
from lcdesk.model.domain.zones import zone

_BEHIND = "\N{INFORMATION SEPARATOR ONE}"


def encode(text: str) -> str:
    """The text itself; a Message keeps its template and its values behind it."""
    if not isinstance(text, Message):
        return text
    return f"{text}{_BEHIND}{json.dumps(_shape(text), ensure_ascii=False)}"


def decode(kept: str) -> str:
    """What was encoded."""
    text, found, behind = kept.partition(_BEHIND)
    if not found:
        return kept
    try:
        return _message(json.loads(behind))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return text  # kept by another lcdesk; the sentence still says it


def _shape(text: Message) -> dict[str, Any]:
    return {
        "template": text.template,
        "key": text.key,
        "number": text.number,
        "values": {name: _shape_of(value) for name, value in text.values.items()},
    }


def _message(shape: dict[str, Any]) -> Message:
    values = {name: _value(kept) for name, kept in shape["values"].items()}
    return Message.made_of(shape["template"], shape["key"], int(shape["number"]), values)


def _shape_of(value: Value) -> Any:
    match value:
        case Message():
            return {"message": _shape(value)}
        case str() | int():
            return value
        case datetime():
            return {"time": value.isoformat(), "zone": str(value.tzinfo)}
        case date():
            return {"day": value.isoformat()}
        case FullDay():
            return {"full_day": value.of.isoformat()}
        case ZoneName():
            return {"zone": value.iana}
        case _:
            return [_shape_of(name) for name in value]


def _value(kept: Any) -> Value:
    match kept:
        case str() | int():
            return kept
        case {"message": shape}:
            return _message(shape)
        case {"time": time, "zone": name}:
            return datetime.fromisoformat(time).astimezone(zone(name))
        case {"day": day}:
            return date.fromisoformat(day)
        case {"full_day": day}:
            return FullDay(date.fromisoformat(day))
        case {"zone": str(name)}:
            return ZoneName(name)
        case list():
            return [_name(name) for name in kept]
        case _:
            raise ValueError("this was kept by another lcdesk")


def _name(kept: Any) -> str:
    value = _value(kept)
    if isinstance(value, str):
        return value
    raise ValueError("a list names nothing but texts")

"""What others had access to among lcdesk's files, in words."""

from __future__ import annotations

from lcdesk.model.domain.message import Message
from lcdesk.paths import Access, Exposure

_ADVICE = Message("Take their rights away, or choose a folder of your own with --data.")


def describe(exposure: Exposure) -> Message:
    """What was found, in a sentence, with what to do where something is to be done."""
    path = str(exposure.path)
    if exposure.is_mended and exposure.access is Access.READ:
        return Message("{path} could be read by others until now; that was put right.", path=path)
    if exposure.is_mended:
        return Message(
            "{path} could be changed by others until now; that was put right.", path=path
        )
    if exposure.access is Access.READ:
        return Message("{path} can be read by others. {advice}", path=path, advice=_ADVICE)
    if exposure.access is Access.CHANGE:
        return Message("{path} can be changed by others. {advice}", path=path, advice=_ADVICE)
    return Message(
        "{path} can be changed by others. So they can put other data in the place of yours. "
        "{advice}",
        path=path,
        advice=_ADVICE,
    )

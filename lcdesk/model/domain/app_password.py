"""Whether a text looks like an app-specific password of Apple's, before it is sent anywhere.

iCloud accepts only these for CalDAV, and a wrong one costs the person a round of doubt (and the
account a failed sign-in), so the dialog and the command line say at once what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = 16
GROUP = 4
_FILLING = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\-\u2010-\u2015\u2212_.]+")
_WHERE = (
    "Make an app-specific password at account.apple.com, under Sign-In and Security, "
    "and enter it here."
)


@dataclass(frozen=True, slots=True)
class PasswordCheck:
    """Either the password as Apple spells it, or what is wrong with the text."""

    password: str = ""
    problem: str = ""

    def __repr__(self) -> str:
        return f"PasswordCheck({'problem' if self.problem else 'good'})"


def check_app_password(text: str) -> PasswordCheck:
    """Forgive blanks, hyphens and capitals; say what is wrong with anything else."""
    letters = _FILLING.sub("", text).lower()
    if not letters:
        return PasswordCheck(problem=f"Enter the app-specific password. {_WHERE}")
    if letters.isascii() and letters.isalpha() and len(letters) == LETTERS:
        return PasswordCheck(password=grouped(letters))
    if letters.isascii() and letters.isalpha() and _is_in_groups(text):
        return PasswordCheck(
            problem=f"An app-specific password has {LETTERS} letters in four groups; "
            f"this one has {len(letters)}. Copy it again in full."
        )
    return PasswordCheck(
        problem="This looks like an ordinary password, which iCloud does not accept here, "
        f"even if it is right. It was not sent. {_WHERE}"
    )


def grouped(letters: str) -> str:
    """The letters in groups of four with hyphens between them, for a field being typed in."""
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _is_in_groups(text: str) -> bool:
    """Whether it has the shape of one, with letters lost or doubled while copying."""
    groups = [group for group in re.split(r"[-\s]+", text.strip()) if group]
    return len(groups) > 1 and all(len(group) == GROUP for group in groups[:-1])

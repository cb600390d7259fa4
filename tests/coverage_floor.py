"""Holds the measured branches of model and sync against their floor: see `make coverage`.

    python -m tests.coverage_floor            what was measured; fails below the floor
    python -m tests.coverage_floor --update   adds the files that are complete by now

A file in complete_files.txt has no line and no branch that no test enters, and stays so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMPLETE = Path(__file__).with_name("complete_files.txt")
FLOORS = {"lcdesk/model/": 95.0, "lcdesk/sync/": 96.5}  # per cent of lines and branches together

Files = dict[str, dict[str, int]]


def main(words: list[str]) -> int:
    """0: as good as it has to be; 1: not, and said why."""
    files = measured()
    if "--update" in words:
        known = {name for name, summary in files.items() if has_lines_and_all(summary)}
        kept = (known | listed()) & files.keys()
        COMPLETE.write_text("".join(f"{name}\n" for name in sorted(kept)), encoding="utf-8")
    problems = [*below_floor(files), *no_longer_complete(files)]
    for line in [*figures(files), *problems]:
        sys.stdout.write(f"{line}\n")
    return 1 if problems else 0


def measured() -> Files:
    """The figures of each file, from the last measurement."""
    command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name: entry["summary"] for name, entry in json.loads(told)["files"].items()}


def is_complete(summary: dict[str, int]) -> bool:
    """Whether every line and every branch was entered."""
    return not summary["missing_lines"] and not summary["missing_branches"]


def has_lines_and_all(summary: dict[str, int]) -> bool:
    """Complete, and not for want of lines."""
    return is_complete(summary) and summary["num_statements"] > 0


def percent(files: Files, folder: str) -> float:
    """Of the lines and branches below a folder."""
    inside = [summary for name, summary in files.items() if name.startswith(folder)]
    there = sum(summary["num_statements"] + summary["num_branches"] for summary in inside)
    entered = sum(summary["covered_lines"] + summary["covered_branches"] for summary in inside)
    return 100.0 * entered / max(there, 1)


def figures(files: Files) -> list[str]:
    """What was measured, a line a folder."""
    return [f"{folder} {percent(files, folder):.1f} %" for folder in FLOORS]


def below_floor(files: Files) -> list[str]:
    """The folders that have fallen."""
    return [
        f"{folder} is below its floor of {floor} %."
        for folder, floor in FLOORS.items()
        if percent(files, folder) < floor
    ]


def no_longer_complete(files: Files) -> list[str]:
    """The files that were complete and are not, or are not there."""
    gone = [f"{name} is listed and is not there." for name in sorted(listed() - files.keys())]
    return gone + [
        f"{name} was complete: {summary['missing_lines']} lines and "
        f"{summary['missing_branches']} branches are entered by no test."
        for name, summary in files.items()
        if name in listed() and not is_complete(summary)
    ]


def listed() -> set[str]:
    """The files that are complete and stay so."""
    return set(COMPLETE.read_text(encoding="utf-8").split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Runs the benchmarks named on the command line, or all of them, and ends with one table.

    python -m bench [--json FILE] [NAME ...]

With `--json` the figures are kept in a file too, for `python -m bench.compare`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.figures import Figure, machine


def main() -> int:
    """Run them one after the other; returns the exit status."""
    known = _benchmarks()
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures there")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(known)}")
    print(machine())
    figures = [figure for name in asked.names or known for figure in known[name]()]
    if asked.json is not None:
        asked.json.write_text(json.dumps({figure.name: figure.value for figure in figures}))
    print("", *_table(figures), sep="\n")
    return 0


def _benchmarks() -> dict[str, Callable[[], Sequence[Figure]]]:
    from bench import (
        dialog,
        frames,
        growth,
        idle,
        journeys,
        planning,
        search,
        slots,
        start,
        sync,
        weeks,
        window_sync,
    )

    return {
        "start": start.run,
        "sync": sync.run,
        "growth": growth.run,
        "window_sync": window_sync.run,
        "weeks": weeks.run,
        "frames": frames.run,
        "slots": slots.run,
        "dialog": dialog.run,
        "planning": planning.run,
        "search": search.run,
        "journeys": journeys.run,
        "idle": idle.run,
    }


def _table(figures: Sequence[Figure]) -> list[str]:
    """Each figure with what it should be at most; a mark stands before what falls short."""
    wide = max((len(figure.name) for figure in figures), default=0)
    return [
        f"{'!' if figure.falls_short else ' '} {figure.name:{wide}} "
        f"{figure.value:9.2f} {figure.unit:3}"
        + ("" if figure.aim is None else f" aim {figure.aim:6.2f} {figure.beside}")
        for figure in figures
    ]


if __name__ == "__main__":
    raise SystemExit(main())

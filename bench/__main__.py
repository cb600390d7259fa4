"""Runs the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench.figures import machine


def main(names: list[str]) -> int:
    """Run them one after the other; returns the exit status."""
    known = _benchmarks()
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(known)}.")
        return 2
    print(machine())
    for name in names or known:
        known[name]()
    return 0


def _benchmarks() -> dict[str, Callable[[], None]]:
    from bench import growth, journeys, search, slots, start, sync, weeks, window_sync

    return {
        "start": start.run,
        "sync": sync.run,
        "growth": growth.run,
        "window_sync": window_sync.run,
        "weeks": weeks.run,
        "slots": slots.run,
        "search": search.run,
        "journeys": journeys.run,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

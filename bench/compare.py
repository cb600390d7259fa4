"""Two commits in turn: how each figure of this one compares with that of an earlier one.

    python -m bench.compare REF [NAME ...]

The earlier commit lies in a worktree of its own meanwhile, and runs its own benchmarks with the
same environment. Each takes its turns one after the other, so that whatever else the machine
does meets both; of each figure the least one counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 3
ROOT = Path(__file__).parents[1]

_Figures = dict[str, float]


def main(words: Sequence[str]) -> int:
    """Print the ratio of each figure that both have; returns the exit status."""
    if not words:
        print("Which commit? For example: python -m bench.compare HEAD~1 start", file=sys.stderr)
        return 2
    reference, names = words[0], words[1:]
    with worktree(reference) as there:
        rounds = [(run(there, names), run(ROOT, names)) for _ in range(ROUNDS)]
    earlier, now = (least(each) for each in zip(*rounds, strict=True))
    print(*table(earlier, now), sep="\n")
    return 0


@contextmanager
def worktree(reference: str) -> Iterator[Path]:
    """The files of a commit, until the end."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "earlier"
        _git("worktree", "add", "--detach", str(place), reference)
        try:
            yield place
        finally:
            _git("worktree", "remove", "--force", str(place))


def run(place: Path, names: Sequence[str]) -> _Figures:
    """The figures of the benchmarks in a folder."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "bench", "--json", str(file), *names]
        subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
        figures: _Figures = json.loads(file.read_text())
    return figures


def least(rounds: Sequence[_Figures]) -> _Figures:
    """Of each figure the smallest: nothing makes a program quicker than it is."""
    return {name: min(each[name] for each in rounds) for name in rounds[0]}


def table(earlier: _Figures, now: _Figures) -> list[str]:
    """A line for each figure that both have: the ratio first, since that is what was asked."""
    known = [name for name in now if earlier.get(name)]
    return [
        f"{now[name] / earlier[name]:6.2f}  {name}: {earlier[name]:.2f}, now {now[name]:.2f}"
        for name in known
    ]


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

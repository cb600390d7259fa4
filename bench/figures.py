"""Timing and printing, the same for every benchmark."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds on the wall, seconds of this process's CPU."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table at the end: what something took, and what it should take at most.

    `beside` says what the aim is: a frame, another program, the floor.
    """

    name: str
    value: float
    unit: str = "ms"
    aim: float | None = None
    beside: str = ""

    @property
    def falls_short(self) -> bool:
        """Whether it is above its aim."""
        return self.aim is not None and self.value > self.aim


def cost_of(work: Callable[[], object]) -> Cost:
    """Run it once in this process."""
    wall, cpu = time.perf_counter(), _cpu()
    work()
    return Cost(time.perf_counter() - wall, _cpu() - cpu)


def events_asked_for(usual: int) -> int:
    """How many events to measure with: `EVENTS` in the environment, or the usual number."""
    return int(os.environ.get("EVENTS") or usual)


def environment_of_programs() -> dict[str, str]:
    """For programs that are measured: like an installed one they compile nothing at each start."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many per cent of them do not exceed."""
    ordered = sorted(values)
    return ordered[round((len(ordered) - 1) * percent / 100)]


def frames(name: str, taken: Sequence[float], aim: float, beside: str) -> list[Figure]:
    """The median and the 99th percentile of milliseconds, held against the same aim."""
    return [
        Figure(f"{name}, median", median(taken), "ms", aim, beside),
        Figure(f"{name}, 99 %", percentile(taken, 99), "ms", aim, beside),
    ]


def exponent(times: Mapping[int, float]) -> float:
    """Of the power of the size that fits best: the slope of the line through the logarithms."""
    slope, _ = linear_regression(
        [log(size) for size in times], [log(instant) for instant in times.values()]
    )
    return slope


def peak_of(process: int | None = None) -> float:
    """Megabytes that a process (this one) has at most had; 0 where the system does not say.

    Not the peak that `resource` knows: a child inherits its parent's.
    """
    file = Path("/proc") / ("self" if process is None else str(process)) / "status"
    lines = file.read_text().splitlines() if file.exists() else []
    peaks = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(peaks[0]) / 1024 if peaks else 0.0


def machine() -> str:
    """What the figures were taken on, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{_processor()}, Python {platform.python_version()}"
    )


def say(title: str, *lines: str) -> None:
    """Print one benchmark's result."""
    print(f"\n{title}", *(f"  {line}" for line in lines), sep="\n", flush=True)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if not file.exists():
        return platform.processor() or "unknown processor"
    names = [line for line in file.read_text().splitlines() if line.startswith("model name")]
    return names[0].partition(":")[2].strip() if names else "unknown processor"

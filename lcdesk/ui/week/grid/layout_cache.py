"""Keeps what was composed for the blocks of a scene until they look different."""

from __future__ import annotations

from lcdesk.ui.week.grid.block_layout import Composer, Plan
from lcdesk.ui.week.grid.scene import Scene


class Plans:
    """The plans of one scene, composed when they are first drawn."""

    def __init__(self, composer: Composer, scene: Scene) -> None:
        self._composer = composer
        self._scene = scene
        self._kept: dict[tuple[int, bool], Plan] = {}  # by index, and whether it is selected

    def take(self, index: int, *, selected: bool) -> Plan:
        """What to draw for a block."""
        plan = self._kept.get((index, selected))
        if plan is None:
            block, rect = self._scene.blocks[index], self._scene.rects[index]
            plan = self._composer.plan(block, rect, selected=selected)
            if block.is_travel:
                plan = self._composer.as_travel(plan)
            elif block.travel:
                plan = self._composer.with_travel(plan, self._scene.wholes[index], rect)
            self._kept[(index, selected)] = plan
        return plan

    def for_next(self, scene: Scene, changed: list[int]) -> Plans:
        """Those of the scene that follows, in which only these days are drawn otherwise."""
        following = Plans(self._composer, scene)
        for day in set(range(len(scene.week.days))) - set(changed):
            shift = scene.of_day(day).start - self._scene.of_day(day).start
            for index in self._scene.of_day(day):
                for selected in (False, True):
                    plan = self._kept.get((index, selected))
                    if plan is not None:
                        following._kept[(index + shift, selected)] = plan
        return following

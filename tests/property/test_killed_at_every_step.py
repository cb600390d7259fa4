"""Invariant 10, looked at closely: one pass, ended at each of its steps in turn.

Whatever the step, the next passes come to the same end as if nothing had happened.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from tests.desk import event, november
from tests.property import sync_invariants as must
from tests.property.sync_world import World

PARTS = 4


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_pass_that_is_killed_at_any_step_comes_to_the_same_end(part: int) -> None:
    expected, steps = _undisturbed()
    assert steps > 20
    for step in range(part, steps, PARTS):
        world = World()
        try:
            _something_of_everything(world)
            assert world.sync_and_kill(step), step
            must.come_to_rest(world)
            must.all_at_rest(world)
            assert _picture(world) == expected, step
        finally:
            world.close()


def _undisturbed() -> tuple[object, int]:
    world = World()
    try:
        _something_of_everything(world)
        before = world.fuse.passed
        assert world.sync().ok
        steps = world.fuse.passed - before
        must.come_to_rest(world)
        must.all_at_rest(world)
        return _picture(world), steps
    finally:
        world.close()


def _something_of_everything(world: World) -> None:
    """Changes on both sides that one pass has to carry over."""
    desk, icloud = world.desk, world.icloud
    moved, edited, ended, clashing, gone = (
        desk.book(world.calendar, november(24, hour), insist=True) for hour in (10, 11, 12, 13, 14)
    )
    _put(world, "changed@example.org", 25)
    _put(world, "dropped@example.org", 26)
    assert world.sync().ok
    desk.now += timedelta(minutes=10)
    desk.book(world.calendar, november(27, 10), insist=True)
    world.give_up(ended.session)
    with desk.database.write() as tx:
        move(tx, moved.id, start=november(27, 12), insist=True, now=desk.now)
        edit(tx, edited.id, notes="changed here", now=desk.now)
        cancel(tx, ended.id, now=desk.now)
        edit(tx, clashing.id, title="Ours", now=desk.now)
    world.ended.add(ended.id)
    for changed, title in ((edited, "Changed there"), (clashing, "Theirs")):
        path = desk.href(changed)
        found = icloud.home.find(path)
        assert found is not None
        icloud.home.put(path, found.text.replace("SUMMARY:Cleo Park", f"SUMMARY:{title}"))
    icloud.home.drop(desk.href(gone))
    icloud.home.drop(f"{icloud.family}dropped@example.org.ics")
    _put(world, "changed@example.org", 28)
    _put(world, "new@example.org", 29)


def _put(world: World, uid: str, day: int) -> None:
    times = f"202611{day}T090000Z", f"202611{day}T100000Z"
    world.icloud.home.put(f"{world.icloud.family}{uid}.ics", event(uid, *times, summary=uid))


def _picture(world: World) -> object:
    """What both sides show, without what chance names."""
    here = [(e.title, e.notes, e.span.start, e.span.end, e.status, e.sync) for e in world.agenda()]
    return sorted(here, key=repr), sorted(must.everything_there(world))

"""The environment of every test, settled before anything of Qt, keyring or lcdesk is imported."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.guards import home as _home

_home.settle_environment()

from PySide6.QtWidgets import QApplication  # noqa: E402

from lcdesk.ui.look.typeface import use_typeface  # noqa: E402
from tests import quick as _quick  # noqa: E402
from tests.guards import collecting as _collecting  # noqa: E402
from tests.guards import dress as _dress  # noqa: E402  # imports Qt
from tests.guards import leftovers as _leftovers  # noqa: E402
from tests.guards import network as _network  # noqa: E402
from tests.guards import patience as _patience  # noqa: E402
from tests.guards import strays as _strays  # noqa: E402

_network.guard_sockets()
_leftovers.watch_qt()
_patience.be_patient()
_strays.refuse_strays()
_quick.write_bytecode()
_quick.share_compiled_statements()

collected_here = _collecting.collected_here
home = _home.home
no_network = _network.no_network
nothing_left_running = _leftovers.nothing_left_running
undressed = _dress.undressed
pytest_plugins = ("tests.salon",)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as people get it: in its typeface, on which it depends where words fit, and
    going on when a window closes. A wish to quit that outlives its test ends every later loop.
    """
    use_typeface(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    return qapp


def pytest_collection_finish() -> None:
    """Everything that stays is there now."""
    _quick.freeze_what_is_loaded()


# No deadlines: the machine decides how long an example takes, and a benchmark is not a test.
# New examples are looked for where somebody can act on them: at a desk, and by `make soak`. The
# checks before a merge play the same ones each time, so that a merge never fails by chance.
settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

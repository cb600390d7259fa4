"""One pass over an account at a time, across processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lcdesk.sync.account_lock import hold_account

CHILD = """
import sys
from pathlib import Path
from lcdesk.sync.account_lock import hold_account
with hold_account(Path(sys.argv[1]), 1) as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""


def test_the_second_one_is_told_and_the_lock_comes_free_when_a_process_dies(
    tmp_path: Path,
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "True"
        with hold_account(tmp_path, 1) as is_ours:
            assert not is_ours
        with hold_account(tmp_path, 2) as is_ours:
            assert is_ours, "another account has a lock of its own"
        other.kill()
        other.wait()
        with hold_account(tmp_path, 1) as is_ours:
            assert is_ours

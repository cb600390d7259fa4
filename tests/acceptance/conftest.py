"""Each real server in turn."""

from __future__ import annotations

from tests.contract.conftest import account, radicale_account, xandikos_account

__all__ = ["account", "radicale_account", "xandikos_account"]

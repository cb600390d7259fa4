"""The door to the window: the only place of the command line that leads to Qt."""

from __future__ import annotations

import argparse

from lcdesk.paths import Paths


def open_window(args: argparse.Namespace, paths: Paths) -> int:
    """Run the window until it is closed; returns the exit status."""
    from lcdesk import app

    if args.demo:
        return app.run_demo(args.data)
    return app.run(paths, minimised=args.minimised)

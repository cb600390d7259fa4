"""Needs attention: what waits for a person; and how the sync stands."""

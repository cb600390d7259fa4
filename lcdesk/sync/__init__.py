"""Keeps the store and the CalDAV servers in step; Qt enters through `worker` only."""

"""Frozen values of the booking business; standard library only."""

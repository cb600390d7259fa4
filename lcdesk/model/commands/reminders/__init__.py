"""Reminders: which there are to be, and telling each of them once."""

"""Reminders of appointments: told at their time, gathered where they were missed, chosen."""

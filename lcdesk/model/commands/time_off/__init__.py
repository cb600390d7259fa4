"""Holidays and absences: what somebody takes off, and the days that a calendar names."""

"""Holidays and absences: the page of Settings, the dialog over it, and what stands in the way."""

"""Appointments that repeat: the rule, and what becomes of each date."""

"""Booking an appointment, and blocking time."""

"""Dialogs and cards over the week: booking, blocking time, an entry's details."""

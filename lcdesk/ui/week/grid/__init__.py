"""The week: a painted grid with its header, all-day lane and time axis."""

"""The week: a painted grid with its header, all-day lane and time axis.

It draws a frozen `Week`, and says by signals what the person wants. It changes nothing itself.
"""

"""The iCalendar format: scanning, reading, writing, expanding, merging.

The only folder that knows icalendar and recurring-ical-events; both are imported when first
needed, because they cost start-up time.
"""

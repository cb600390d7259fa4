"""The iCalendar format: scanning, reading, writing, expanding, merging.

The only folder that knows icalendar, which is imported when first needed, because it costs
start-up time.
"""

"""The side bar: a small month, staff members, calendars, linked calendars."""

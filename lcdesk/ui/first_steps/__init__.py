"""The first steps: what a workspace without calendars begins with."""

"""The row over everything: time, views, kinds of calendar, what can be made."""

"""An entry of the week: its card, and what a person changes about it."""

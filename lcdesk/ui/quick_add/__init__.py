"""Quick add: one line that becomes a booking."""

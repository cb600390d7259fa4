"""Activity: what was done here and by each sync, searched and undone."""

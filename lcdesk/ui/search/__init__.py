"""Search: what is typed, what it finds, and the way there."""

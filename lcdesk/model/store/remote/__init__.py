"""What is kept of the server: objects, where they take time, and what became of them elsewhere."""

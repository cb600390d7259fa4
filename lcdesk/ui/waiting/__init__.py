"""The waiting list: its window, who is put on it, and what is said when time opens up."""

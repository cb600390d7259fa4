"""What reminders there are to tell, and what became of those that were."""

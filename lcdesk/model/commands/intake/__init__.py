"""What a calendar asks, and what is answered."""

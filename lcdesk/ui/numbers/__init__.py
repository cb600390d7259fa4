"""Numbers: how much was booked, cancelled and missed, and how full the working hours were."""

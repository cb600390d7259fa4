"""What bookings are made of: calendars, staff members, rooms and equipment, contacts."""

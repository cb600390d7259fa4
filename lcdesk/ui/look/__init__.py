"""How lcdesk looks: colours, sizes, icons and the forms of dates. Knows no bookings."""

"""lcdesk as a citizen of the desktop: tray, one instance at a time, closing and quitting."""

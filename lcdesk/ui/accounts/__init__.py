"""Connected accounts: the assistant, the roles of their calendars, the end of a connection."""

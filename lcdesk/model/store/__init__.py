"""The only SQL: a local database that every change goes through, in one transaction each."""

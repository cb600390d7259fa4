"""The waiting list: who is put on it and taken off, and who of them could be booked."""

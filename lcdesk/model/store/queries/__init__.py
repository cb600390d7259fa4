"""What is asked over several tables: agendas, the situation of a booking, search, numbers."""

"""What can be put on paper or into a PDF: calendars as they are drawn, and lists."""

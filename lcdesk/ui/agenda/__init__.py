"""The agenda: a list by day that goes on in both directions."""

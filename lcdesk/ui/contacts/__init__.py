"""Who books: the card of a contact."""

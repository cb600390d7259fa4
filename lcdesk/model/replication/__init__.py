"""What lies between a change and a server: what is to be sent, what arrived, where both changed."""

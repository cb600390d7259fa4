"""Settings, and connecting an account: one dialog that applies each choice at once."""

"""The business of lcdesk: no Qt, no network, no keyring."""

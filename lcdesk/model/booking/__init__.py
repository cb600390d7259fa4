"""Pure questions about booking: hours, busy time, slots with reasons, assignment."""

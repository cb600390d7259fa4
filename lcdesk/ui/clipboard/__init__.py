"""Cut, copy and paste of entries."""

"""What features share besides words: the directory, what is shown, what is remembered."""

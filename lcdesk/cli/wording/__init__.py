"""The words of the command line, in the language of the terminal."""

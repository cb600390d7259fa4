"""What a shell needs to complete a command line: read from the parser, written for each shell."""

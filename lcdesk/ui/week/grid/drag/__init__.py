"""What the mouse adds to the painted days while it is at work: handles, ghosts, reasons."""

"""Calendar files of other programs: looked at, then imported as blocked time."""

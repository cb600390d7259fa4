"""Calendar files: what lcdesk owns goes out, events of other programs are taken in."""

"""Files in which captures leave a phone that cannot send them, and how they come in."""

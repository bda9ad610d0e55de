"""One reader for each kind of payload."""

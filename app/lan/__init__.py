"""LAN mode: the laptop of the booth is the server, without internet."""

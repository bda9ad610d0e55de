"""What LAN mode knows of the machine it runs on."""

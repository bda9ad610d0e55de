"""Who we are: the exhibitor, its members, their devices and how they join and sign in."""

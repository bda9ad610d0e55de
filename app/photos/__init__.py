"""Photos of badges and cards, kept with the capture they belong to."""

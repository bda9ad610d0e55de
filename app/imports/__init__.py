"""Taking lists in: the organiser's, and what it completes."""

"""The organiser's list: who wears which badge number."""

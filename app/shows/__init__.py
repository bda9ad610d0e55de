"""Where we are: shows, booths, and what happens at them."""

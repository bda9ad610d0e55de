"""Reading badges: what the code on a visitor's badge says about them."""

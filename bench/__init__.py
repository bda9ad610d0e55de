"""What performance figures are made with."""

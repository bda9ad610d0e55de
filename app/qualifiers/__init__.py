"""What staff ask a visitor, and the answers."""

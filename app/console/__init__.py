"""What commands share, and those that need more than a few lines."""

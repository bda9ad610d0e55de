"""What we think of a lead, and why."""

"""Setting up a whole show: what all lower rooms need to know of it, in one go."""

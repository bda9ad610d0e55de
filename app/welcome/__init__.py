"""Coming in: the first visit, joining by QR, the way home and the menu of everything else."""

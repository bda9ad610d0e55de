"""The proof that no confirmed capture is lost or doubled: simulated, and with real processes."""

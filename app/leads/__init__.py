"""Who we met: leads, and the ledger of what happened with them."""

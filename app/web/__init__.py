"""HTTP, pages and forms: everything between a browser and a slice, without a domain word."""

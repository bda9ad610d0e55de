"""Taking leads away, into a spreadsheet or a CRM."""

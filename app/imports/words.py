"""What a list's pages say: why a file is none, which rows are left out."""

from app.web.language import N_

FILE_FAULTS = {
    "missing": N_("Please choose the file first."),
    "empty": N_("There is nothing in this file."),
    "garbled": N_(
        "This file cannot be read as text. Please save it as an Excel workbook or as CSV (UTF-8)."
    ),
    "password": N_(
        "This workbook is locked with a password. Please save it without one and try again."
    ),
    "no_table": N_("This is no list. Please choose an Excel workbook (.xlsx) or a CSV file."),
    "too_long": N_("This file is too large: at most 300,000 rows and 24 MB."),
}
ROW_FAULTS = {
    "no_number": N_("Row %(line)s has no badge number."),
    "number_cut": N_(
        "The badge number in row %(line)s was shortened by a spreadsheet (like 4.2E+12)."
    ),
    "nobody": N_("Row %(line)s names neither a person nor a company."),
}
FIELD_NAMES = {
    "badge_id": N_("Badge number"),
    "name": N_("Full name"),
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "name_prefix": N_("Form of address"),
    "company": N_("Company"),
    "department": N_("Department"),
    "job_title": N_("Job title"),
    "emails": N_("E-mail"),
    "phones": N_("Phone"),
    "address": N_("Address"),
    "city": N_("City"),
    "country": N_("Country"),
    "extra": N_("Keep as it is"),
}

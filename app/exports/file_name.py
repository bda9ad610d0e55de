"""What a file of leads is called."""

from datetime import date

from app.web.language import N_, Language

LEADS = N_("Leads")


def file_name(show: str, on: date, kind: str, language: Language) -> str:
    """ "Leads Canton 2026 2026-10-16.csv"."""
    words = (language.gettext(LEADS), show, on.isoformat())
    return f"{' '.join(filter(None, words))}.{kind}"

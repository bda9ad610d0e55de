"""Cells that are safe in whatever opens the file, a spreadsheet or a CRM.

A column that has a form (a phone number, an address) lets only that form through and is never
touched: a phone keeps its plus. Free text may look like a formula, and spreadsheets would then
run it, so in CSV an apostrophe goes before it. In XLSX a cell of text is inert without.
"""

import re

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
SEVERAL_E164 = re.compile(rf"{E164.pattern}(?:; {E164.pattern})*")
EMAIL_PATTERN = r"\w[^\s@\"(),:;<>\[\\\]]*@\w[^\s@\"(),:;<>\[\\\]]*\.\w+"
EMAIL = re.compile(EMAIL_PATTERN)
SEVERAL_EMAILS = re.compile(rf"{EMAIL_PATTERN}(?:; {EMAIL_PATTERN})*")
WEBSITE = re.compile(r"(?:https?://)?\w[^\s.@/]*(?:\.\w[^\s./]*)+(?:/\S*)?", re.IGNORECASE)
NUMBER_OR_LINK = re.compile(rf"{E164.pattern}|\w\S*")

# Control characters but tab and newline, halves of characters and what XML has no place for.
UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # of no width
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # turning the direction
)
FORMULA = re.compile(rf"[\s{UNSEEN}]*[=+\-@＝＋－＠﹦﹢﹣﹫]")


def clean(text: str) -> str:
    """Text that any file can hold. Lines end in one newline; none stands before the text."""
    if text.isprintable():
        return text
    one_newline = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSTORABLE.sub("", one_newline).lstrip("\t\n")


def looks_like_formula(text: str) -> bool:
    """Whether the first character a reader would see begins a formula."""
    return bool(FORMULA.match(text))


def guarded(text: str) -> str:
    """The text with an apostrophe before it where it looks like a formula."""
    return f"'{text}" if looks_like_formula(text) else text


def has_form(form: re.Pattern[str], text: str) -> bool:
    return bool(form.fullmatch(text))

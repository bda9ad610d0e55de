"""Scripts and styles as they travel: without what only people read."""

import re

# Only what stands on lines of its own: what looks like a comment inside a line may be a text.
COMMENTS = {
    ".js": re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE),
    ".css": re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE),
}
INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def lean(text: str, kind: str) -> str:
    """The text of a file of the `kind` .js or .css, its lines as they are."""
    return INDENTATION.sub("", COMMENTS[kind].sub("", text))

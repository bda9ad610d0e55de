"""What the server says when it starts."""

from io import StringIO
from pathlib import Path

from qrcode import QRCode


def greeting(origin: str, folder: Path, database_url: str) -> str:
    """The address, its QR code for a phone, and where the data is."""
    code, drawn = QRCode(border=2), StringIO()
    code.add_data(origin)
    code.print_ascii(out=drawn, invert=True)
    lines = (drawn.getvalue(), f"Showfloor is at {origin}", _kept(folder, database_url))
    return "\n".join((*lines, "Ctrl-C stops it.", ""))


def _kept(folder: Path, database_url: str) -> str:
    if database_url.startswith("sqlite"):
        return f"Leads are kept in {folder / database_url.removeprefix('sqlite:///')}"
    return "Leads are kept in PostgreSQL"

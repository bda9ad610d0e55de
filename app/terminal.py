"""What the server says when it starts."""

from pathlib import Path

from app.lan.telling import qr_code


def greeting(origin: str, folder: Path, database_url: str) -> str:
    """The address, its QR code for a phone, and where the data is."""
    return f"{qr_code(origin)}\nShowfloor is at {origin}\n{closing(folder, database_url)}"


def closing(folder: Path, database_url: str) -> str:
    """Where the data is, and how to end."""
    return f"{_kept(folder, database_url)}\nCtrl-C stops it.\n"


def _kept(folder: Path, database_url: str) -> str:
    if database_url.startswith("sqlite"):
        return f"Leads are kept in {folder / database_url.removeprefix('sqlite:///')}"
    return "Leads are kept in PostgreSQL"

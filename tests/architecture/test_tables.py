"""Every row belongs to an exhibitor."""

import app.tables  # noqa: F401  (fills the metadata)
from app.db import metadata

NOBODYS = {
    "exhibitor": "is the exhibitor",
    "sign_in_attempt": "nobody is signed in yet",
}


def test_every_table_says_whose_its_rows_are() -> None:
    without = {name for name, table in metadata.tables.items() if "exhibitor_id" not in table.c}

    assert without == set(NOBODYS)


def test_no_row_can_be_without_its_exhibitor() -> None:
    optional = {
        name
        for name, table in metadata.tables.items()
        if "exhibitor_id" in table.c and table.c.exhibitor_id.nullable
    }

    assert not optional


def test_every_reference_to_an_exhibitor_is_kept_by_the_database() -> None:
    loose = {
        name
        for name, table in metadata.tables.items()
        if "exhibitor_id" in table.c and not table.c.exhibitor_id.foreign_keys
    }

    assert not loose

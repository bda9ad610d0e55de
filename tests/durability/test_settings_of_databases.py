"""Both databases write to the disk before they say so."""

import pytest

from app.db import Database


def setting(database: Database, name: str) -> str:
    command = f"PRAGMA {name}" if database.is_sqlite else f"SHOW {name}"
    with database.engine.connect() as connection:
        return str(connection.exec_driver_sql(command).scalar())


def test_a_commit_is_on_the_disk_before_it_is_called_one(database: Database) -> None:
    full = {True: ("synchronous", "2"), False: ("synchronous_commit", "on")}

    name, value = full[database.is_sqlite]

    assert setting(database, name) == value


@pytest.mark.database
@pytest.mark.parametrize(("told", "then"), [("off", "on"), ("remote_apply", "remote_apply")])
def test_a_postgresql_in_a_hurry_is_slowed_down_and_a_more_careful_one_left_alone(
    told: str, then: str, postgres_stage: str
) -> None:
    database = Database(f"{postgres_stage}&options=-csynchronous_commit%3D{told}")

    now = setting(database, "synchronous_commit")

    database.close()
    assert now == then


def test_a_careful_database_is_not_warned_of(database: Database) -> None:
    assert database.careless() == []

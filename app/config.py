"""Settings: everything that differs between installations, read once from SHOWFLOOR_*."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, HttpUrl, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SHOWFLOOR_"
ROOT = Path(__file__).parent.parent
EVERYWHERE = "0.0.0.0"  # noqa: S104  (LAN mode is there for other machines)


class Settings(BaseSettings):
    """What may be set. Each entry is one environment variable: SHOWFLOOR_ and its name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_parse_none_str="")

    database_url: str = Field(
        "sqlite:///data/showfloor.db",
        pattern=r"^(sqlite|postgresql(\+psycopg)?)://",
        description="Where the leads are kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    lan: bool = Field(False, description="Serve a booth without internet, as serve --lan does")
    host: str = Field(
        default_factory=lambda settings: EVERYWHERE if settings.get("lan") else "127.0.0.1",
        description="The address the server listens on; 0.0.0.0 in LAN mode",
    )
    port: int = Field(8000, ge=1, le=65535, description="The port the server listens on")
    public_url: HttpUrl = Field(
        default_factory=lambda settings: HttpUrl(f"http://localhost:{settings.get('port', 8000)}"),
        description="The address phones open. The joining QR code carries it",
    )
    trusted_proxies: str = Field(
        "127.0.0.1", description="Proxies whose forwarded address and scheme are believed"
    )
    sign_in_days: int = Field(30, ge=1, le=365, description="Days a sign-in lasts")
    join_code_hours: int = Field(24, ge=1, le=720, description="Hours a joining code is good for")
    sign_in_tries: int = Field(
        10, ge=3, le=1000, description="Wrong passwords allowed per e-mail address in 15 minutes"
    )
    pool_size: int = Field(10, ge=1, le=100, description="PostgreSQL connections per process")
    lan_port: int = Field(
        8443, ge=1, le=65535, description="LAN mode: the port at which phones open Showfloor"
    )
    lan_door_port: int = Field(
        8080, ge=1, le=65535, description="LAN mode: the port of the page that explains the trust"
    )
    lan_address: str = Field(
        "",
        pattern=r"^$|^\d{1,3}(\.\d{1,3}){3}$",
        description="LAN mode: the laptop's address that phones are told, if it has several",
    )
    lan_folder: Path = Field(
        Path("data/lan"), description="LAN mode: where the laptop's certificates are kept"
    )

    @property
    def origin(self) -> str:
        return str(self.public_url).rstrip("/")


class BadSettings(Exception):
    """A setting is unknown or wrong; the message names it."""


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read and check all settings.

    Raises BadSettings, naming the variable, for an unknown or invalid one.
    """
    known = {PREFIX + name.upper(): name for name in Settings.model_fields}
    given = {name: value for name, value in environ.items() if name.upper().startswith(PREFIX)}
    if unknown := sorted(set(given) - set(known)):
        raise BadSettings(f"{unknown[0]} is not a setting. Settings are: {', '.join(known)}")
    try:
        return Settings(**{known[name]: value for name, value in given.items()})  # type: ignore[arg-type]
    except ValidationError as problem:
        raise BadSettings(_first_problem(problem)) from None


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return read_settings()


def _first_problem(problem: ValidationError) -> str:
    error = problem.errors()[0]
    name = PREFIX + str(error["loc"][0]).upper()
    return f"{name} is not usable: {error['msg']} (it is {error['input']!r})"

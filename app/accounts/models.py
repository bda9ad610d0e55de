"""Tables of accounts."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.db import Moment
from app.kit.clock import now
from app.kit.ids import new_id


class Exhibitor(SQLModel, table=True):
    """The company that owns the leads."""

    __tablename__ = "exhibitor"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    name: str
    country: str = ""
    is_demo: bool = False
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Member(SQLModel, table=True):
    """A person of the exhibitor. Booth staff who joined by QR have neither e-mail nor password."""

    __tablename__ = "member"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    name: str
    role: str
    email: str | None = Field(default=None, unique=True)
    password_hash: str | None = None
    language: str | None = None
    is_demo: bool = False
    left_at: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Device(SQLModel, table=True):
    """A phone paired to a member.

    After a manager signed it out, the token with this hash still hands in captures until the door
    shuts, and does nothing else.
    """

    __tablename__ = "device"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    member_id: UUID = Field(foreign_key="member.id", index=True)
    join_code_id: UUID | None = Field(default=None, foreign_key="join_code.id")
    name: str
    paired_at: datetime = Field(default_factory=now, sa_type=Moment)
    seen_at: datetime = Field(default_factory=now, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    door_hash: str | None = Field(default=None, index=True, unique=True)
    door_until: datetime | None = Field(default=None, sa_type=Moment)


class SignIn(SQLModel, table=True):
    """One browser signed in as one member. Only the hash of its token is kept."""

    __tablename__ = "sign_in"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    member_id: UUID = Field(foreign_key="member.id", index=True)
    device_id: UUID = Field(foreign_key="device.id", index=True)
    token_hash: str = Field(unique=True)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)


class SignInAttempt(SQLModel, table=True):
    """A wrong password, counted to slow down guessing. `subject` is a hash, not an address."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index(None, "subject", "at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    subject: str
    at: datetime = Field(default_factory=now, sa_type=Moment)


class JoinCode(SQLModel, table=True):
    """What the joining QR code carries. Only its hash is kept, so it is shown once.

    With `member_id` it lets nobody new in: it signs one more phone in as that member.
    """

    __tablename__ = "join_code"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    code_hash: str = Field(unique=True)
    role: str
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    single_use: bool = False
    uses: int = 0
    created_by_id: UUID = Field(foreign_key="member.id")
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class ExhibitorSeal(SQLModel, table=True):
    """What phones seal copies for the exhibitor with, and which life of the database this is.

    `generation` is made anew whenever an older database is put back: by it phones notice.
    """

    __tablename__ = "exhibitor_seal"

    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", primary_key=True)
    public_key: bytes
    private_key: bytes
    generation: UUID = Field(default_factory=uuid4)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)

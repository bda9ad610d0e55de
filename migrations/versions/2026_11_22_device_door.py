"""what a phone that was signed out may still hand in."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_22_device_door"
down_revision: str | None = "2026_11_21_photos"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # One by one: SQLite adds a column in place, where a new table would pull what refers to it.
    op.add_column("device", sa.Column("door_hash", sa.String(), nullable=True))
    op.add_column("device", sa.Column("door_until", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_device_door_hash"), "device", ["door_hash"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_device_door_hash"), table_name="device")
    op.drop_column("device", "door_until")
    op.drop_column("device", "door_hash")

"""who settled a capture, when, and how."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_22_settling"
down_revision: str | None = "2026_11_22_phone_reports"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("capture", sa.Column("settled_at", MOMENT, nullable=True))
    op.add_column("capture", sa.Column("settled_by_id", sa.Uuid(), nullable=True))
    op.add_column("capture", sa.Column("replaced_by_id", sa.Uuid(), nullable=True))
    skew = sa.Column("skew_ms", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("capture_conflict", skew)
    choice = sa.Column("choice", sa.String(), nullable=False, server_default="")
    op.add_column("capture_conflict", choice)
    op.add_column("capture_conflict", sa.Column("became_id", sa.Uuid(), nullable=True))
    parked = sa.text("state = 'parked'")
    columns = ["exhibitor_id", "reason"]
    op.create_index(
        "ix_capture_parked", "capture", columns, sqlite_where=parked, postgresql_where=parked
    )


def downgrade() -> None:
    op.drop_index("ix_capture_parked", table_name="capture")
    for column in ("became_id", "choice", "skew_ms"):
        op.drop_column("capture_conflict", column)
    for column in ("replaced_by_id", "settled_by_id", "settled_at"):
        op.drop_column("capture", column)

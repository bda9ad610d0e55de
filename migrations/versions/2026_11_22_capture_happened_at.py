"""when a capture happened, by a clock that is right."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_22_capture_happened_at"
down_revision: str | None = "2026_11_22_device_door"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BY_MEMBER = "ix_capture_exhibitor_id_member_id_{}"
WORTH_MENDING = 5_000  # milliseconds
CAPTURE = sa.table(
    "capture",
    *(sa.column(name, sa.Uuid()) for name in ("exhibitor_id", "id")),
    *(
        sa.column(name, sa.DateTime(timezone=True))
        for name in ("captured_at", "received_at", "happened_at")
    ),
    sa.column("skew_ms", sa.BigInteger()),
)


def upgrade() -> None:
    # SQLite adds a column in place only when every row gets a value at once.
    never = sa.text("'1970-01-01 00:00:00'")
    moment = sa.DateTime(timezone=True)
    op.add_column("capture", sa.Column("happened_at", moment, nullable=False, server_default=never))
    _fill()
    op.drop_index(BY_MEMBER.format("captured_at"), table_name="capture")
    op.create_index(
        BY_MEMBER.format("happened_at"), "capture", ["exhibitor_id", "member_id", "happened_at"]
    )


def _fill() -> None:
    connection = op.get_bind()
    captured, received = CAPTURE.c.captured_at, CAPTURE.c.received_at
    earlier = sa.case((captured < received, captured), else_=received)
    connection.execute(sa.update(CAPTURE).values(happened_at=earlier))
    mended = sa.select(CAPTURE).where(sa.func.abs(CAPTURE.c.skew_ms) > WORTH_MENDING)
    for row in connection.execute(mended).all():
        at = min(row.captured_at + timedelta(milliseconds=row.skew_ms), row.received_at)
        this = (CAPTURE.c.exhibitor_id == row.exhibitor_id) & (CAPTURE.c.id == row.id)
        connection.execute(sa.update(CAPTURE).where(this).values(happened_at=at))


def downgrade() -> None:
    op.drop_index(BY_MEMBER.format("happened_at"), table_name="capture")
    op.create_index(
        BY_MEMBER.format("captured_at"), "capture", ["exhibitor_id", "member_id", "captured_at"]
    )
    op.drop_column("capture", "happened_at")

"""what phones say they hold, and which captures came after a phone was signed out."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_22_phone_reports"
down_revision: str | None = "2026_11_22_directory"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "phone_report",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("phone_id", sa.Uuid(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("photos", sa.Integer(), nullable=False),
        sa.Column("oldest_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("skew_ms", sa.BigInteger(), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_phone_report_device_id_device")
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_phone_report_exhibitor_id_exhibitor"),
        ),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_phone_report")),
    )
    op.create_index(
        op.f("ix_phone_report_exhibitor_id_phone_id"), "phone_report", ["exhibitor_id", "phone_id"]
    )
    op.add_column(
        "capture",
        sa.Column("after_sign_out", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index(
        "ix_capture_after_sign_out",
        "capture",
        ["exhibitor_id"],
        sqlite_where=sa.text("after_sign_out"),
        postgresql_where=sa.text("after_sign_out"),
    )


def downgrade() -> None:
    op.drop_index("ix_capture_after_sign_out", table_name="capture")
    op.drop_column("capture", "after_sign_out")
    op.drop_table("phone_report")

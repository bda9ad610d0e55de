"""photos of captures."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_21_photos"
down_revision: str | None = "2026_11_22_exhibitor_seal"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id", "capture_id"],
            ["capture.exhibitor_id", "capture.id"],
            name=op.f("fk_photo_exhibitor_id_capture_id_capture"),
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"], ["exhibitor.id"], name=op.f("fk_photo_exhibitor_id_exhibitor")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["member.id"], name=op.f("fk_photo_sent_by_id_member")
        ),
        sa.PrimaryKeyConstraint("exhibitor_id", "id", name=op.f("pk_photo")),
    )
    with op.batch_alter_table("photo") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_photo_exhibitor_id_capture_id"), ["exhibitor_id", "capture_id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("photo") as batch_op:
        batch_op.drop_index(batch_op.f("ix_photo_exhibitor_id_capture_id"))

    op.drop_table("photo")

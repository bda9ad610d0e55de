"""the key pair with which phones seal copies for their exhibitor."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_22_exhibitor_seal"
down_revision: str | None = "2026_11_21"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "exhibitor_seal",
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.Column("generation", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_exhibitor_seal_exhibitor_id_exhibitor"),
        ),
        sa.PrimaryKeyConstraint("exhibitor_id", name=op.f("pk_exhibitor_seal")),
    )


def downgrade() -> None:
    op.drop_table("exhibitor_seal")

"""the organiser's list."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_directory"
down_revision: str | None = "2026_11_22_capture_happened_at"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "directory_import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("seen", JSON, nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("completed", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        _reference("directory_import", "exhibitor_id", "exhibitor"),
        _reference("directory_import", "member_id", "member"),
        _reference("directory_import", "show_id", "show"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_import")),
    )
    with op.batch_alter_table("directory_import") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_directory_import_exhibitor_id_show_id_created_at"),
            ["exhibitor_id", "show_id", "created_at"],
        )
    op.create_table(
        "directory",
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("on_phones", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _reference("directory", "exhibitor_id", "exhibitor"),
        _reference("directory", "import_id", "directory_import"),
        _reference("directory", "show_id", "show"),
        sa.PrimaryKeyConstraint("show_id", name=op.f("pk_directory")),
    )
    with op.batch_alter_table("directory") as batch_op:
        batch_op.create_index(batch_op.f("ix_directory_exhibitor_id"), ["exhibitor_id"])
    op.create_table(
        "directory_entry",
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("badge_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("extra", JSON, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        _reference("directory_entry", "exhibitor_id", "exhibitor"),
        _reference("directory_entry", "import_id", "directory_import"),
        _reference("directory_entry", "show_id", "show"),
        sa.PrimaryKeyConstraint("show_id", "key", name=op.f("pk_directory_entry")),
    )
    op.create_table(
        "directory_copy",
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _reference("directory_copy", "exhibitor_id", "exhibitor"),
        _reference("directory_copy", "show_id", "show"),
        sa.PrimaryKeyConstraint("show_id", name=op.f("pk_directory_copy")),
    )


def downgrade() -> None:
    for table in ("directory_copy", "directory_entry", "directory", "directory_import"):
        op.drop_table(table)

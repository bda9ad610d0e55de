"""first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

revision: str = "2026_11_21"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "exhibitor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibitor")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_in_attempt_subject_at"), ["subject", "at"], unique=False
        )

    op.create_table(
        "lead",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_prefix", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.Column("emails", JSON, nullable=False),
        sa.Column("phones", JSON, nullable=False),
        sa.Column("urls", JSON, nullable=False),
        sa.Column("links", JSON, nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("badge_id", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("needs_look", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("sort_company", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("first_met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heat", sa.Float(), nullable=True),
        sa.Column("active_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("potential_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("merged_into_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_lead_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["lead.id"], name=op.f("fk_lead_merged_into_id_lead")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
    )
    with op.batch_alter_table("lead") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lead_exhibitor_id_active_until"),
            ["exhibitor_id", "active_until"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_exhibitor_id_last_met_at_id"),
            ["exhibitor_id", "last_met_at", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_exhibitor_id_potential_until"),
            ["exhibitor_id", "potential_until"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_exhibitor_id_sort_name_id"),
            ["exhibitor_id", "sort_name", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_merged_into_id"), ["merged_into_id"], unique=False
        )

    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_member_exhibitor_id_exhibitor"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("email", name=op.f("uq_member_email")),
    )
    with op.batch_alter_table("member") as batch_op:
        batch_op.create_index(batch_op.f("ix_member_exhibitor_id"), ["exhibitor_id"], unique=False)

    op.create_table(
        "show",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("booth", sa.String(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("badge_mapping", JSON, nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_show_exhibitor_id_exhibitor"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_show")),
    )
    with op.batch_alter_table("show") as batch_op:
        batch_op.create_index(batch_op.f("ix_show_exhibitor_id"), ["exhibitor_id"], unique=False)

    op.create_table(
        "capture_conflict",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("body_sha256", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_capture_conflict_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"],
            ["member.id"],
            name=op.f("fk_capture_conflict_sent_by_id_member"),
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"],
            ["member.id"],
            name=op.f("fk_capture_conflict_settled_by_id_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capture_conflict")),
        sa.UniqueConstraint(
            "exhibitor_id",
            "capture_id",
            "body_sha256",
            name=op.f("uq_capture_conflict_exhibitor_id_capture_id_body_sha256"),
        ),
    )
    op.create_table(
        "chip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_chip_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], name=op.f("fk_chip_show_id_show")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chip")),
    )
    with op.batch_alter_table("chip") as batch_op:
        batch_op.create_index(batch_op.f("ix_chip_show_id"), ["show_id"], unique=False)

    op.create_table(
        "consent_wording",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("text_zh", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_consent_wording_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["show_id"], ["show.id"], name=op.f("fk_consent_wording_show_id_show")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_wording")),
        sa.UniqueConstraint("show_id", "version", name=op.f("uq_consent_wording_show_id_version")),
    )
    op.create_table(
        "different_people",
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_different_people_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_different_people_lead_id_lead")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_different_people_member_id_member"),
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["lead.id"], name=op.f("fk_different_people_other_id_lead")
        ),
        sa.PrimaryKeyConstraint("lead_id", "other_id", name=op.f("pk_different_people")),
    )
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("created_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["member.id"],
            name=op.f("fk_follow_up_created_by_id_member"),
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["member.id"], name=op.f("fk_follow_up_done_by_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_follow_up_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_follow_up_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["member.id"], name=op.f("fk_follow_up_owner_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follow_up_exhibitor_id_lead_id"),
            ["exhibitor_id", "lead_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_follow_up_exhibitor_id_owner_id_done_at_due_on"),
            ["exhibitor_id", "owner_id", "done_at", "due_on"],
            unique=False,
        )

    op.create_table(
        "join_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("single_use", sa.Boolean(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["member.id"],
            name=op.f("fk_join_code_created_by_id_member"),
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_join_code_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_join_code_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_join_code_code_hash")),
    )
    with op.batch_alter_table("join_code") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_join_code_exhibitor_id"), ["exhibitor_id"], unique=False
        )

    op.create_table(
        "lead_at_show",
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("first_met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("potential_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_lead_at_show_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_lead_at_show_lead_id_lead")
        ),
        sa.ForeignKeyConstraint(
            ["show_id"], ["show.id"], name=op.f("fk_lead_at_show_show_id_show")
        ),
        sa.PrimaryKeyConstraint("show_id", "lead_id", name=op.f("pk_lead_at_show")),
    )
    with op.batch_alter_table("lead_at_show") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lead_at_show_exhibitor_id_show_id_active_until"),
            ["exhibitor_id", "show_id", "active_until"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_at_show_exhibitor_id_show_id_last_met_at_lead_id"),
            ["exhibitor_id", "show_id", "last_met_at", "lead_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_lead_at_show_exhibitor_id_show_id_potential_until"),
            ["exhibitor_id", "show_id", "potential_until"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_lead_at_show_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "lead_edit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("changes", JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_lead_edit_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_edit_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_lead_edit_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_edit")),
    )
    with op.batch_alter_table("lead_edit") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lead_edit_exhibitor_id_lead_id"),
            ["exhibitor_id", "lead_id"],
            unique=False,
        )

    op.create_table(
        "lead_key",
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_lead_key_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_key_lead_id_lead")),
        sa.PrimaryKeyConstraint("exhibitor_id", "key", name=op.f("pk_lead_key")),
    )
    with op.batch_alter_table("lead_key") as batch_op:
        batch_op.create_index(batch_op.f("ix_lead_key_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "merge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("gone_id", sa.Uuid(), nullable=False),
        sa.Column("moved", JSON, nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_merge_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["gone_id"], ["lead.id"], name=op.f("fk_merge_gone_id_lead")),
        sa.ForeignKeyConstraint(["kept_id"], ["lead.id"], name=op.f("fk_merge_kept_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_merge_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["member.id"], name=op.f("fk_merge_undone_by_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    with op.batch_alter_table("merge") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_merge_exhibitor_id_kept_id"),
            ["exhibitor_id", "kept_id"],
            unique=False,
        )

    op.create_table(
        "product",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_product_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], name=op.f("fk_product_show_id_show")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    with op.batch_alter_table("product") as batch_op:
        batch_op.create_index(batch_op.f("ix_product_show_id"), ["show_id"], unique=False)

    op.create_table(
        "qualifier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_qualifier_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], name=op.f("fk_qualifier_show_id_show")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualifier")),
    )
    with op.batch_alter_table("qualifier") as batch_op:
        batch_op.create_index(batch_op.f("ix_qualifier_show_id"), ["show_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("qualifier_id", sa.Uuid(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("value", JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_answer_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_answer_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_answer_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["qualifier_id"],
            ["qualifier.id"],
            name=op.f("fk_answer_qualifier_id_qualifier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_answer_exhibitor_id_lead_id"),
            ["exhibitor_id", "lead_id"],
            unique=False,
        )

    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("wording_id", sa.Uuid(), nullable=True),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_consent_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_consent_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_consent_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["wording_id"],
            ["consent_wording.id"],
            name=op.f("fk_consent_wording_id_consent_wording"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consent_exhibitor_id_lead_id"),
            ["exhibitor_id", "lead_id"],
            unique=False,
        )

    op.create_table(
        "device",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("join_code_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("paired_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_device_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["join_code_id"],
            ["join_code.id"],
            name=op.f("fk_device_join_code_id_join_code"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_device_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    with op.batch_alter_table("device") as batch_op:
        batch_op.create_index(batch_op.f("ix_device_exhibitor_id"), ["exhibitor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_device_member_id"), ["member_id"], unique=False)

    op.create_table(
        "interaction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=True),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_interaction_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_interaction_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_interaction_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["product.id"],
            name=op.f("fk_interaction_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], name=op.f("fk_interaction_show_id_show")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
    )
    with op.batch_alter_table("interaction") as batch_op:
        batch_op.create_index(batch_op.f("ix_interaction_capture_id"), ["capture_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_interaction_exhibitor_id_lead_id_at"),
            ["exhibitor_id", "lead_id", "at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_interaction_exhibitor_id_show_id_on_day_member_id"),
            ["exhibitor_id", "show_id", "on_day", "member_id"],
            unique=False,
        )

    op.create_table(
        "capture",
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("show_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("symbology", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("body_sha256", sa.String(), nullable=False),
        sa.Column("badge_key", sa.String(), nullable=False),
        sa.Column("adds_to_id", sa.Uuid(), nullable=True),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("skew_ms", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_capture_device_id_device")
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_capture_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_capture_lead_id_lead")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_capture_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["member.id"], name=op.f("fk_capture_sent_by_id_member")
        ),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], name=op.f("fk_capture_show_id_show")),
        sa.PrimaryKeyConstraint("exhibitor_id", "id", name=op.f("pk_capture")),
    )
    with op.batch_alter_table("capture") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_capture_exhibitor_id_lead_id"),
            ["exhibitor_id", "lead_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_capture_exhibitor_id_member_id_captured_at"),
            ["exhibitor_id", "member_id", "captured_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_capture_exhibitor_id_show_id_captured_at"),
            ["exhibitor_id", "show_id", "captured_at"],
            unique=False,
        )

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibitor_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_sign_in_device_id_device")
        ),
        sa.ForeignKeyConstraint(
            ["exhibitor_id"],
            ["exhibitor.id"],
            name=op.f("fk_sign_in_exhibitor_id_exhibitor"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_sign_in_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_device_id"), ["device_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_exhibitor_id"), ["exhibitor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_member_id"), ["member_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_member_id"))
        batch_op.drop_index(batch_op.f("ix_sign_in_exhibitor_id"))
        batch_op.drop_index(batch_op.f("ix_sign_in_device_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("capture") as batch_op:
        batch_op.drop_index(batch_op.f("ix_capture_exhibitor_id_show_id_captured_at"))
        batch_op.drop_index(batch_op.f("ix_capture_exhibitor_id_member_id_captured_at"))
        batch_op.drop_index(batch_op.f("ix_capture_exhibitor_id_lead_id"))

    op.drop_table("capture")
    with op.batch_alter_table("interaction") as batch_op:
        batch_op.drop_index(batch_op.f("ix_interaction_exhibitor_id_show_id_on_day_member_id"))
        batch_op.drop_index(batch_op.f("ix_interaction_exhibitor_id_lead_id_at"))
        batch_op.drop_index(batch_op.f("ix_interaction_capture_id"))

    op.drop_table("interaction")
    with op.batch_alter_table("device") as batch_op:
        batch_op.drop_index(batch_op.f("ix_device_member_id"))
        batch_op.drop_index(batch_op.f("ix_device_exhibitor_id"))

    op.drop_table("device")
    with op.batch_alter_table("consent") as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_exhibitor_id_lead_id"))

    op.drop_table("consent")
    with op.batch_alter_table("answer") as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_exhibitor_id_lead_id"))

    op.drop_table("answer")
    with op.batch_alter_table("qualifier") as batch_op:
        batch_op.drop_index(batch_op.f("ix_qualifier_show_id"))

    op.drop_table("qualifier")
    with op.batch_alter_table("product") as batch_op:
        batch_op.drop_index(batch_op.f("ix_product_show_id"))

    op.drop_table("product")
    with op.batch_alter_table("merge") as batch_op:
        batch_op.drop_index(batch_op.f("ix_merge_exhibitor_id_kept_id"))

    op.drop_table("merge")
    with op.batch_alter_table("lead_key") as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_key_lead_id"))

    op.drop_table("lead_key")
    with op.batch_alter_table("lead_edit") as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_edit_exhibitor_id_lead_id"))

    op.drop_table("lead_edit")
    with op.batch_alter_table("lead_at_show") as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_at_show_lead_id"))
        batch_op.drop_index(batch_op.f("ix_lead_at_show_exhibitor_id_show_id_potential_until"))
        batch_op.drop_index(batch_op.f("ix_lead_at_show_exhibitor_id_show_id_last_met_at_lead_id"))
        batch_op.drop_index(batch_op.f("ix_lead_at_show_exhibitor_id_show_id_active_until"))

    op.drop_table("lead_at_show")
    with op.batch_alter_table("join_code") as batch_op:
        batch_op.drop_index(batch_op.f("ix_join_code_exhibitor_id"))

    op.drop_table("join_code")
    with op.batch_alter_table("follow_up") as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_exhibitor_id_owner_id_done_at_due_on"))
        batch_op.drop_index(batch_op.f("ix_follow_up_exhibitor_id_lead_id"))

    op.drop_table("follow_up")
    op.drop_table("different_people")
    op.drop_table("consent_wording")
    with op.batch_alter_table("chip") as batch_op:
        batch_op.drop_index(batch_op.f("ix_chip_show_id"))

    op.drop_table("chip")
    op.drop_table("capture_conflict")
    with op.batch_alter_table("show") as batch_op:
        batch_op.drop_index(batch_op.f("ix_show_exhibitor_id"))

    op.drop_table("show")
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_exhibitor_id"))

    op.drop_table("member")
    with op.batch_alter_table("lead") as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_merged_into_id"))
        batch_op.drop_index(batch_op.f("ix_lead_exhibitor_id_sort_name_id"))
        batch_op.drop_index(batch_op.f("ix_lead_exhibitor_id_potential_until"))
        batch_op.drop_index(batch_op.f("ix_lead_exhibitor_id_last_met_at_id"))
        batch_op.drop_index(batch_op.f("ix_lead_exhibitor_id_active_until"))

    op.drop_table("lead")
    with op.batch_alter_table("sign_in_attempt") as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_subject_at"))

    op.drop_table("sign_in_attempt")
    op.drop_table("exhibitor")

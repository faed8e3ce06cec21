"""Stories, topics and corrections: the store as it was before there were migrations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from digest.store.columns import Flag, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of clustering."""
    op.create_table(
        "profile",
        sa.Column("id", Words, primary_key=True),
        sa.Column("published", Words),
        sa.Column("features", Words, nullable=False),
        sa.Column("codes", sa.LargeBinary, nullable=False),
        sa.Column("counts", sa.LargeBinary, nullable=False),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("whole", sa.Integer, nullable=False),
        sa.Column("weekdays", Words, nullable=False),
        sa.Column("days", Words, nullable=False),
        sa.Column("nearest", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "story",
        sa.Column("id", Words, primary_key=True),
        sa.Column("topic", Words, nullable=False),
        sa.Column("first", Words),
        sa.Column("last", Words),
        sa.Column("why", Words, nullable=False),
        sa.Column("key", Words, nullable=False),
        sa.Column("closed", Flag, nullable=False),
    )
    op.create_table(
        "member",
        sa.Column("article", Words, primary_key=True),
        sa.Column("story", Words, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_index("member_of", "member", ["story", "position"])
    op.create_table(
        "topic",
        sa.Column("id", Words, primary_key=True),
        sa.Column("name", Words, nullable=False),
        sa.Column("key", Words, nullable=False),
        sa.Column("last", Words),
    )
    op.create_table(
        "change",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", Words, nullable=False),
        sa.Column("kept", Words, nullable=False),
        sa.Column("other", Words, nullable=False),
        sa.Column("why", Words, nullable=False),
    )
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", Words, nullable=False),
        sa.Column("subject", Words, nullable=False),
        sa.Column("object", Words, nullable=False),
    )

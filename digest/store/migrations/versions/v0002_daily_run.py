"""Sources and their articles, arrivals, editions, the outbox, incidents: what a daily run keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from digest.store.columns import FileName, Flag, Packed, Words

revision = "0002"
down_revision = "0001"
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of the daily run, and find closed stories by day and topic."""
    op.create_index("story_of_days", "story", ["closed", "first", "last"])
    op.create_index("story_of_topic", "story", ["topic"])
    op.create_index("topic_by_last", "topic", ["last", "id"])
    _sources()
    _editions()
    _messages()


def _sources() -> None:
    op.create_table(
        "file",
        sa.Column("path", FileName, primary_key=True),
        sa.Column("size", BIG, nullable=False),
        sa.Column("mtime_ns", BIG, nullable=False),
        sa.Column("sha256", Words),
        sa.Column("problem", Words),
    )
    op.create_table(
        "problem",
        sa.Column("number", BIG, primary_key=True, autoincrement=False),
        sa.Column("file", FileName, nullable=False),
        sa.Column("place", Words, nullable=False),
        sa.Column("reason", Words, nullable=False),
    )
    op.create_index("problem_of_file", "problem", ["file"])
    op.create_table(
        "article",
        sa.Column("id", Words, primary_key=True),
        sa.Column("came_as", Words, nullable=False),
        sa.Column("published", Words),
        sa.Column("title", Words, nullable=False),
        sa.Column("url", Words),
        sa.Column("placed", Flag, nullable=False),
    )
    op.create_index("article_came_as", "article", ["came_as"])
    to_place = sa.text("placed = 0")
    op.create_index(
        "article_to_place", "article", ["published", "id"], sqlite_where=to_place, postgresql_where=to_place
    )
    op.create_table(
        "content",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", Words, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("sha256", Words, nullable=False),
        sa.Column("made_with", Words, nullable=False),
        sa.Column("reading", Packed, nullable=False),
        sa.UniqueConstraint("article", "sha256", name="content_once"),
    )
    op.create_table(
        "arrival",
        sa.Column("number", BIG, primary_key=True, autoincrement=False),
        sa.Column("article", Words, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("content", sa.Integer, sa.ForeignKey("content.number"), nullable=False),
        sa.Column("file", FileName, nullable=False),
        sa.Column("place", Words, nullable=False),
        sa.Column("at", Words, nullable=False),
        sa.Column("revises", Words),
        sa.Column("left", BIG),
        sa.Column("withdrawn", Words),
        sa.Column("revised_by", Words),
    )
    op.create_index("arrival_of_file", "arrival", ["file"])
    op.create_index("arrival_of_article", "arrival", ["article"])
    op.create_index("arrival_left", "arrival", ["left"])


def _editions() -> None:
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("profile", Words, nullable=False),
        sa.Column("date", Words, nullable=False),
        sa.Column("slot", Words, nullable=False),
        sa.Column("state", Words, nullable=False),
        sa.Column("due", Words),
        sa.Column("made", Words, nullable=False),
        sa.Column("upto", BIG, nullable=False),
        sa.Column("since", Words),
        sa.Column("late", Flag, nullable=False),
        sa.Column("reason", Words),
        sa.Column("seconds", sa.REAL, nullable=False),
        sa.Column("not_made", Words, nullable=False),
        sa.Column("written", Flag, nullable=False),  # its files lie in the output folder
        sa.Column("briefing", Packed),
        sa.UniqueConstraint("profile", "date", "slot", name="edition_once"),
    )
    op.create_index("edition_of_profile", "edition", ["profile", "state", "number"])
    op.create_table(
        "edition_file",
        sa.Column("edition", sa.Integer, sa.ForeignKey("edition.number"), primary_key=True),
        sa.Column("name", Words, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "edition_article",
        sa.Column("edition", sa.Integer, sa.ForeignKey("edition.number"), primary_key=True),
        sa.Column("article", Words, primary_key=True),
        sa.Column("profile", Words, nullable=False),
        sa.Column("role", Words, nullable=False),
    )
    op.create_index("used_by_profile", "edition_article", ["profile", "article"])
    new = sa.text("role = 'new'")
    op.create_index(
        "new_once",
        "edition_article",
        ["profile", "article"],
        unique=True,
        sqlite_where=new,
        postgresql_where=new,
    )
    op.create_table(
        "edition_story",
        sa.Column("edition", sa.Integer, sa.ForeignKey("edition.number"), primary_key=True),
        sa.Column("story", Words, primary_key=True),
        sa.Column("profile", Words, nullable=False),
    )
    op.create_index("printed_by_profile", "edition_story", ["profile", "story", "edition"])


def _messages() -> None:
    op.create_table(
        "message",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("profile", Words, nullable=False),
        sa.Column("date", Words, nullable=False),
        sa.Column("slot", Words, nullable=False),
        sa.Column("channel", Words, nullable=False),
        sa.Column("to", Words, nullable=False),
        sa.Column("message_id", Words, nullable=False),
        sa.Column("due", Words, nullable=False),
        sa.Column("state", Words, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("problem", Words),
        sa.Column("done", Words),
        sa.UniqueConstraint("channel", "to", "message_id", name="message_once"),
    )
    op.create_index("message_due", "message", ["state", "due"])
    op.create_table(
        "incident",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", Words, nullable=False),
        sa.Column("since", Words, nullable=False),
        sa.Column("reason", Words, nullable=False),
        sa.Column("told", Words),
        sa.Column("over", Words),
    )
    lasts = sa.text('"over" IS NULL')
    op.create_index(
        "incident_open", "incident", ["name"], unique=True, sqlite_where=lasts, postgresql_where=lasts
    )

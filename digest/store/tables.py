"""The tables, as the newest migration leaves them (tests hold the two together)."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from digest.store.columns import FileName, Flag, Packed, Words

metadata = MetaData()
BIG = BigInteger().with_variant(Integer(), "sqlite")

# ─────────────────────────────── clustering: what yesterday's run leaves for today's

profile = Table(  # what clustering knows of each article within reach
    "profile",
    metadata,
    Column("id", Words, primary_key=True),
    Column("published", Words),
    Column("features", Words, nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Column("counts", LargeBinary, nullable=False),
    Column("lead", Integer, nullable=False),
    Column("whole", Integer, nullable=False),
    Column("weekdays", Words, nullable=False),
    Column("days", Words, nullable=False),
    Column("nearest", LargeBinary, nullable=False),
)
story = Table(
    "story",
    metadata,
    Column("id", Words, primary_key=True),
    Column("topic", Words, nullable=False),
    Column("first", Words),
    Column("last", Words),
    Column("why", Words, nullable=False),  # JSON
    Column("key", Words, nullable=False),  # JSON
    Column("closed", Flag, nullable=False),
    Index("story_of_days", "closed", "first", "last"),
    Index("story_of_topic", "topic"),
)
member = Table(
    "member",
    metadata,
    Column("article", Words, primary_key=True),
    Column("story", Words, nullable=False),
    Column("position", Integer, nullable=False),
    Index("member_of", "story", "position"),
)
topic = Table(
    "topic",
    metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("key", Words, nullable=False),  # JSON
    Column("last", Words),
    Index("topic_by_last", "last", "id"),
)
change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("kept", Words, nullable=False),
    Column("other", Words, nullable=False),
    Column("why", Words, nullable=False),
)
correction = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Words, nullable=False),  # together, apart, pin, name
    Column("subject", Words, nullable=False),
    Column("object", Words, nullable=False),
)

# ─────────────────────────────── sources: what was read, where it stood, what is wrong with it

file = Table(  # each file that was looked at, as it was then
    "file",
    metadata,
    Column("path", FileName, primary_key=True),
    Column("size", BIG, nullable=False),
    Column("mtime_ns", BIG, nullable=False),
    Column("sha256", Words),
    Column("problem", Words),
)
problem = Table(  # a file, or a record of one, that could not be read
    "problem",
    metadata,
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("file", FileName, nullable=False),
    Column("place", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Index("problem_of_file", "file"),
)
article = Table(  # each text once
    "article",
    metadata,
    Column("id", Words, primary_key=True),
    Column("came_as", Words, nullable=False),  # the id that it brought, or the hash of its text
    Column("published", Words),
    Column("title", Words, nullable=False),
    Column("url", Words),
    Column("placed", Flag, nullable=False),  # among the stories
    Index("article_came_as", "came_as"),
    Index(
        "article_to_place",
        "published",
        "id",
        sqlite_where=text("placed = 0"),
        postgresql_where=text("placed = 0"),
    ),
)
content = Table(  # what was found in it; a copy with another date or other lines has its own
    "content",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Words, ForeignKey("article.id"), nullable=False),
    Column("sha256", Words, nullable=False),  # of the article as JSON, its path left out
    Column("made_with", Words, nullable=False),  # version of Digest and of the language pipeline
    Column("reading", Packed, nullable=False),  # JSON
    UniqueConstraint("article", "sha256", name="content_once"),
)
arrival = Table(  # an article in a place
    "arrival",
    metadata,
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("article", Words, ForeignKey("article.id"), nullable=False),
    Column("content", Integer, ForeignKey("content.number"), nullable=False),
    Column("file", FileName, nullable=False),
    Column("place", Words, nullable=False),  # the path that is printed
    Column("at", Words, nullable=False),
    Column("revises", Words),  # the article that stood here before
    Column("left", BIG),  # number at which it was gone; None: it stands
    Column("withdrawn", Words),  # instant of that
    Column("revised_by", Words),  # the article that stands here instead
    Index("arrival_of_file", "file"),
    Index("arrival_of_article", "article"),
    Index("arrival_left", "left"),
)

# ─────────────────────────────── editions, and what is to be told of them

edition = Table(
    "edition",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("profile", Words, nullable=False),
    Column("date", Words, nullable=False),
    Column("slot", Words, nullable=False),
    Column("state", Words, nullable=False),  # completed, failed, passed over
    Column("due", Words),
    Column("made", Words, nullable=False),
    Column("upto", BIG, nullable=False),
    Column("since", Words),
    Column("late", Flag, nullable=False),
    Column("reason", Words),
    Column("seconds", REAL, nullable=False),
    Column("not_made", Words, nullable=False),  # JSON: formats that failed, and why
    Column("written", Flag, nullable=False),  # its files lie in the output folder
    Column("briefing", Packed),  # the frozen JSON
    UniqueConstraint("profile", "date", "slot", name="edition_once"),
    Index("edition_of_profile", "profile", "state", "number"),
)
edition_file = Table(
    "edition_file",
    metadata,
    Column("edition", Integer, ForeignKey("edition.number"), primary_key=True),
    Column("name", Words, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
edition_article = Table(  # which edition used which article
    "edition_article",
    metadata,
    Column("edition", Integer, ForeignKey("edition.number"), primary_key=True),
    Column("article", Words, primary_key=True),
    Column("profile", Words, nullable=False),
    Column("role", Words, nullable=False),  # new, context
    Index("used_by_profile", "profile", "article"),
    Index(
        "new_once",
        "profile",
        "article",
        unique=True,
        sqlite_where=text("role = 'new'"),
        postgresql_where=text("role = 'new'"),
    ),
)
edition_story = Table(  # which edition printed which story
    "edition_story",
    metadata,
    Column("edition", Integer, ForeignKey("edition.number"), primary_key=True),
    Column("story", Words, primary_key=True),
    Column("profile", Words, nullable=False),
    Index("printed_by_profile", "profile", "story", "edition"),
)
message = Table(  # the outbox
    "message",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("profile", Words, nullable=False),
    Column("date", Words, nullable=False),
    Column("slot", Words, nullable=False),
    Column("channel", Words, nullable=False),
    Column("to", Words, nullable=False),
    Column("message_id", Words, nullable=False),
    Column("due", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("problem", Words),
    Column("done", Words),
    Index("message_due", "state", "due"),
    UniqueConstraint("channel", "to", "message_id", name="message_once"),
)
incident = Table(
    "incident",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("since", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("told", Words),
    Column("over", Words),
    Index(
        "incident_open",
        "name",
        unique=True,
        sqlite_where=text('"over" IS NULL'),
        postgresql_where=text('"over" IS NULL'),
    ),
)

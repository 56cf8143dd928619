"""The tables of a library, as numbered migrations: a change is a new entry at the end, never an edit.

There are no triggers and no views: the text index is kept in step by code, and a file that has any is not ours.
`words` and `grams` are what the text index of a mention was made from; `sha` is a hash over a record, which
shows damage that SQLite itself does not notice. `added_s` is when an article came in, `engine` the number of
the engine that read it; both are 0 where nobody noted it.
"""

import sqlite3
from collections.abc import Sequence
from functools import cache

APPLICATION_ID = 0x544C4E31  # "TLN1": other programs, and `file`, know a library by it

_FIRST = """
CREATE TABLE article (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text_hash TEXT NOT NULL, title TEXT NOT NULL,
  text TEXT NOT NULL, grams TEXT NOT NULL, record TEXT NOT NULL, sha TEXT NOT NULL);
CREATE INDEX article_text_hash ON article (text_hash);
CREATE TABLE mention (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL, words TEXT NOT NULL,
  grams TEXT NOT NULL, record TEXT NOT NULL, sha TEXT NOT NULL);
CREATE INDEX mention_article ON mention (article);
CREATE TABLE unused (
  article TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, record TEXT NOT NULL);
CREATE INDEX unused_article ON unused (article);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY, step INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, record TEXT NOT NULL,
  sha TEXT NOT NULL);
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cache (key TEXT PRIMARY KEY, version INTEGER NOT NULL, value BLOB NOT NULL);
CREATE TABLE counter (version INTEGER NOT NULL);
INSERT INTO counter VALUES (0);
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, grams, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE mention_words USING fts5 (
  words, grams, content='mention', content_rowid='number', tokenize='unicode61 remove_diacritics 2')
"""

_ARRIVAL = "ALTER TABLE article ADD COLUMN added_s INTEGER NOT NULL DEFAULT 0"

_ENGINE = "ALTER TABLE article ADD COLUMN engine INTEGER NOT NULL DEFAULT 0"

MIGRATIONS: tuple[str, ...] = (_FIRST, _ARRIVAL, _ENGINE)


def migrate(connection: sqlite3.Connection, migrations: Sequence[str] | None = None) -> None:
    """Bring a library to the newest schema in one transaction; a new file gets all of it."""
    migrations = MIGRATIONS if migrations is None else migrations
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations[version:]:
            for statement in script.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def shape(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    """Give what a file declares: type, name and SQL of each table, index, trigger and view."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return frozenset((str(kind), str(name), sql) for kind, name, sql in rows)


@cache
def expected(version: int) -> frozenset[tuple[str, str, str | None]]:
    """Give what a library of a version declares; a file that declares anything else is not opened."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, MIGRATIONS[:version])
        return shape(connection)
    finally:
        connection.close()

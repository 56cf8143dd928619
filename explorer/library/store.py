"""`Library`: articles, what was read in them and what a person decided, in one file, saved at every change.

Adding an article is one transaction, and so is every step of decisions; what was acknowledged survives a
killed process. Before each commit it is made sure that the file is still the one that was opened. All methods
belong to the thread that opened the library. It knows nothing of how events come about.
"""

import contextlib
import dataclasses
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from explorer.garbage import uncollected
from explorer.library import backups, codec, opening, rows, schema, search
from explorer.library.rows import Unused, UnusedLike
from explorer.library.search import SearchHits, storable
from explorer.model.article import Article
from explorer.model.decision import PERSON, Change, Decision, Redone, Undone, undo_stacks
from explorer.model.errors import ExplorerError
from explorer.model.mention import Mention
from explorer.text.terms import grams


class Library:
    """An open library; make one with `open`, `create`, `open_or_create` or `in_memory`.

    `path` is None in memory; `is_read_only` tells that edits will raise `ExplorerError`; `damage` says what
    was left out of what was read because it no longer matches its hash.
    """

    def __init__(self, path: Path | None, opened: opening.Opened) -> None:
        self.path = path
        self.is_read_only = path is not None and opened.lock is None
        self.damage: list[str] = []
        self._db, self._lock, self._identity = opened
        self._log: list[Decision] | None = None
        self._all_articles: list[Article] | None = None
        self._all_mentions: list[Mention] | None = None
        self._mentions_hash = ""  # of those
        self._all_engines: dict[str, int] | None = None
        (self._version,) = self._db.execute("SELECT version FROM counter").fetchone()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a library file; read-only where it cannot be written or only reading is asked for.

        Raises `ExplorerError` with the reason why it cannot be opened; the file is then untouched.
        """
        return cls(path, opening.open_file(path, read_only=read_only))

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new library file; raises `ExplorerError` where there is one already."""
        return cls(path, opening.create(path))

    @classmethod
    def open_or_create(cls, path: Path) -> Self:
        """Open a library, made if there is no such file."""
        return cls.open(path) if path.exists() else cls.create(path)

    @classmethod
    def in_memory(cls) -> Self:
        """Make a library that ends with the process."""
        connection = opening.connect(None)
        schema.migrate(connection)
        return cls(None, opening.Opened(connection, None, (0, 0)))

    def close(self) -> None:
        """Close the file and free its lock; a second call does nothing."""
        with contextlib.suppress(sqlite3.Error):
            if not self.is_read_only:
                # Leaving TRUNCATE takes the empty journal away: one file at rest.
                self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Give the name of the file, as messages call it."""
        return self.path.name if self.path else "The library in memory"

    @property
    def version(self) -> int:
        """Give a number that grows with every change of articles, mentions or decisions."""
        return int(self._version)

    # Articles and mentions

    def articles(self) -> list[Article]:
        """Give all articles in the order in which they were added."""
        if self._all_articles is None:
            found = self._db.execute("SELECT id, text, record, sha FROM article ORDER BY number").fetchall()
            self._all_articles = [article for row in found if (article := self._article(*row))]
        return list(self._all_articles)

    def added(self) -> dict[str, int]:
        """Give when each article was added, in seconds since 1970; 0 where an old library did not note it."""
        return dict(self._db.execute("SELECT id, added_s FROM article").fetchall())

    def engines(self) -> dict[str, int]:
        """Give the number of the engine that read each article; 0 where an old library did not note it."""
        if self._all_engines is None:
            self._all_engines = dict(self._db.execute("SELECT id, engine FROM article").fetchall())
        return dict(self._all_engines)

    def article(self, id_: str) -> Article:
        """Give one article; raises `KeyError` when there is none of that id."""
        row = self._db.execute(
            "SELECT id, text, record, sha FROM article WHERE id = ?", (storable(id_),)
        ).fetchone()
        article = self._article(*row) if row else None
        if article is None:
            raise KeyError(id_)
        return article

    def with_text(self, text_hash: str) -> list[Article]:
        """Give the articles with this text, in the order in which they were added."""
        found = self._db.execute(
            "SELECT id, text, record, sha FROM article WHERE text_hash = ? ORDER BY number", (text_hash,)
        ).fetchall()
        return [article for row in found if (article := self._article(*row))]

    def find_copy(self, article: Article) -> str | None:
        """Give the id of the article that this one already is: the same text, and the same name or place.

        A second paper with the same text is no copy: it has another name, or another address.
        """
        for other in self.with_text(article.text_hash):
            if other.name == article.name or rows.same_place(other, article):
                return other.id
        return None

    def mentions(self, article_id: str | None = None) -> list[Mention]:
        """Give the mentions of an article, or of all, in the order of articles and words."""
        if article_id is not None:
            return self._read_mentions(" WHERE article = ?", storable(article_id))
        if self._all_mentions is None:
            self._all_mentions = self._read_mentions("")
        return list(self._all_mentions)

    def mentions_hash(self) -> str:
        """Hash all mentions, as they are and in their order."""
        self.mentions()
        return self._mentions_hash

    def unused(self, article_id: str) -> list[Unused]:
        """Give the words of an article that looked like a date and were not used."""
        found = self._db.execute(
            "SELECT record FROM unused WHERE article = ? ORDER BY start, stop", (storable(article_id),)
        ).fetchall()
        return [codec.loads(record, Unused) for (record,) in found]

    def add(
        self,
        article: Article,
        mentions: Sequence[Mention],
        unused: Sequence[UnusedLike] = (),
        *,
        engine: int = 0,
    ) -> None:
        """Store an article with what an engine read in it, all or nothing.

        Raises `ExplorerError` when the id is taken or the library cannot be written.
        """
        self._forget()
        with self._change():
            try:
                self._insert_article(article, engine)
            except sqlite3.IntegrityError as error:
                raise ExplorerError(f"{article.name} is already in {self.name}.") from error
            self._insert_mentions(article, mentions, unused)

    def replace_mentions(
        self,
        article: Article,
        mentions: Sequence[Mention],
        unused: Sequence[UnusedLike] = (),
        *,
        engine: int = 0,
    ) -> None:
        """Store what an engine read anew in an article, and its metadata as they stand now; decisions stay.

        Raises `KeyError` when the article is not there.
        """
        self.article(article.id)
        self._forget()
        with self._change():
            self._delete_mentions(article.id)
            record, sha = rows.article_record(article)
            search.index_article(self._db, storable(article.id), is_removed=True)
            self._db.execute(
                "UPDATE article SET title = ?, record = ?, sha = ?, engine = ? WHERE id = ?",
                (search.words_of_article(article), record, sha, engine, storable(article.id)),
            )
            search.index_article(self._db, storable(article.id))
            self._insert_mentions(article, mentions, unused)

    # Decisions

    def decisions(self) -> list[Decision]:
        """Give the whole log, undone steps included."""
        if self._log is None:
            found = self._db.execute(
                "SELECT id, step, at, who, record, sha FROM decision ORDER BY id"
            ).fetchall()
            self._log = [decision for row in found if (decision := self._decision(*row))]
        return list(self._log)

    def decide(self, changes: Sequence[Change], who: str = PERSON) -> int:
        """Append changes to the log as one step and give its number. Raises `ExplorerError` for no changes."""
        if not changes:
            raise ExplorerError("There is nothing to change.")
        log = self.decisions()
        step = 1 + max((decision.step for decision in log), default=0)
        (first,) = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM decision").fetchone()
        at = datetime.now(UTC).isoformat(timespec="seconds")
        made = [Decision(first + n, step, at, who, change) for n, change in enumerate(changes)]
        with self._change():
            self._db.executemany("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?)", map(rows.decision_row, made))
        self._log = [*log, *made]
        return step

    def undo(self) -> int | None:
        """Undo the last step that counts and give its number; None when there is none."""
        done, _ = undo_stacks(self.decisions())
        if not done:
            return None
        self.decide([Undone(done[-1])])
        return done[-1]

    def redo(self) -> int | None:
        """Redo the step undone last and give its number; None when there is none."""
        _, undone = undo_stacks(self.decisions())
        if not undone:
            return None
        self.decide([Redone(undone[-1])])
        return undone[-1]

    # Words, state, caches

    def search(self, words: str) -> SearchHits:
        """Find the mentions and articles that hold all the words, the last one as a prefix."""
        return search.search(self._db, words)

    def state(self, key: str) -> str | None:
        """Give what was left under a key (JSON text), None when nothing was."""
        row = self._db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def set_state(self, key: str, value: str) -> None:
        """Leave a text under a key; it is no change of the library's content."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, storable(value)))

    def cached(self, key: str, stamp: str) -> bytes | None:
        """Give what was kept under a key with this very stamp; None for another, and for what is damaged."""
        row = self._db.execute("SELECT value FROM cache WHERE key = ?", (key,)).fetchone()
        kept = bytes(row[0]) if row and isinstance(row[0], bytes) else b""
        seal, value = kept[: rows.SEAL_BYTES], kept[rows.SEAL_BYTES :]
        return value if seal == rows.seal(stamp, value) else None

    def set_cached(self, key: str, stamp: str, value: bytes) -> None:
        """Keep what can be computed again; `stamp` names all that it was computed from."""
        with self._transaction():
            kept = rows.seal(stamp, value) + value
            self._db.execute("INSERT OR REPLACE INTO cache VALUES (?, ?, ?)", (key, self._version, kept))

    # The file

    def copy_to(self, path: Path) -> None:
        """Write the whole library to another file (Save As), all there or not there.

        Raises `ExplorerError` for its own file, for one open elsewhere, and where it cannot be written.
        """
        if self.path is not None and opening.identity(path) == self._identity:
            raise ExplorerError(f"{path.name} is the library that is open: choose another name.")
        try:
            with opening.held(path):
                backups.copy(self._db, path)
        except (OSError, sqlite3.Error) as error:
            raise ExplorerError(f"{path.name} cannot be written: {opening.reason(error)}.") from error

    def verify(self) -> list[str]:
        """Say what is wrong with the library, a sentence each; nothing when all is well."""
        self.damage.clear()
        self._forget()
        self._log = None
        (verdict,) = self._db.execute("PRAGMA integrity_check(1)").fetchone()
        problems = [] if verdict == "ok" else [f"{self.name} is damaged ({verdict})."]
        known = {article.id for article in self.articles()}
        problems += [
            f"The mention “{mention.title}” belongs to no article of {self.name}."
            for mention in self.mentions()
            if mention.article not in known
        ]
        self.decisions()
        if not self.is_read_only:
            problems += search.index_problems(self._db)
        return problems + self.damage

    # Rows and records

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        """Run a block as one transaction on the file that was opened, and on no other."""
        if self.is_read_only:
            raise ExplorerError(f"{self.name} cannot be changed: it is open for reading only.")
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._check_place()
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                self._check_place()
                raise ExplorerError(f"{self.name} could not be saved: {opening.reason(error)}.") from error
            raise

    def _forget(self) -> None:
        """Forget the articles and mentions held in memory, so that they are read again."""
        self._all_articles = self._all_mentions = self._all_engines = None

    @contextlib.contextmanager
    def _change(self) -> Iterator[None]:
        """Run a block as one transaction that changes the content."""
        with self._transaction():
            yield
            self._db.execute("UPDATE counter SET version = version + 1")
        self._version += 1

    def _check_place(self) -> None:
        if self.path is not None and opening.identity(self.path) != self._identity:
            raise ExplorerError(
                f"{self.name} was moved, deleted or replaced while it was open; nothing more is written to it:"
                " save the library under another name."
            )

    def _insert_article(self, article: Article, engine: int) -> None:
        record, sha = rows.article_record(article)
        text, id_ = storable(article.text), storable(article.id)
        self._db.execute(
            "INSERT INTO article (id, text_hash, title, text, grams, record, sha, added_s, engine)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                article.text_hash,
                search.words_of_article(article),
                text,
                grams(text),
                record,
                sha,
                int(time.time()),
                engine,
            ),
        )
        search.index_article(self._db, id_)

    def _insert_mentions(
        self, article: Article, mentions: Sequence[Mention], unused: Sequence[UnusedLike]
    ) -> None:
        id_ = storable(article.id)
        self._db.executemany(
            "INSERT INTO mention (id, article, words, grams, record, sha) VALUES (?, ?, ?, ?, ?, ?)",
            (rows.mention_row(mention) for mention in mentions),
        )
        search.index_mentions(self._db, id_)
        self._db.executemany(
            "INSERT INTO unused VALUES (?, ?, ?, ?)",
            (
                (id_, item.span.start, item.span.end, codec.dumps(Unused(item.span, item.text, item.why)))
                for item in unused
            ),
        )

    def _delete_mentions(self, article_id: str) -> None:
        id_ = storable(article_id)
        search.index_mentions(self._db, id_, is_removed=True)
        self._db.execute("DELETE FROM mention WHERE article = ?", (id_,))
        self._db.execute("DELETE FROM unused WHERE article = ?", (id_,))

    def _read_mentions(self, where: str, *values: str) -> list[Mention]:
        found = self._db.execute(
            f"SELECT id, record, sha FROM mention{where} ORDER BY number", values
        ).fetchall()
        with uncollected():
            read = [(self._record("mention", Mention, *row), row[2]) for row in found]
        if not where:
            self._mentions_hash = rows.hash_of(*(sha for mention, sha in read if mention is not None))
        return [mention for mention, _ in read if mention is not None]

    def _article(self, id_: str, text: str, record: str, sha: str) -> Article | None:
        article = self._record("article", Article, id_, record, sha, text)
        return None if article is None else dataclasses.replace(article, text=article.text or text)

    def _decision(self, id_: int, step: int, at: str, who: str, record: str, sha: str) -> Decision | None:
        change = self._record("decision", Change, str(id_), record, sha, f"{id_}|{step}|{at}|{who}|")
        return None if change is None else Decision(id_, step, at, who, change)

    def _record(self, what: str, as_type: Any, id_: str, record: str, sha: str, beside: str = "") -> Any:
        """Decode a stored record; one that does not match its hash is left out and told in `damage`."""
        if rows.hash_of(beside, record) == sha:
            return codec.loads(record, as_type)
        sentence = f"The {what} {id_} of {self.name} is damaged and was left out."
        if sentence not in self.damage:
            self.damage.append(sentence)
        return None

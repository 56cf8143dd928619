"""The text index: mentions and articles, found by all words of a query, the last one as a prefix.

FTS5's tokenizer takes a run of Chinese, Japanese or Korean for one word, so such runs are indexed a second
time, as overlapping pairs of characters, in a column of their own; a query for them is a phrase of pairs.
What a user types never reaches FTS5 unquoted.
"""

import re
import sqlite3
from dataclasses import dataclass

from explorer.model.article import Article
from explorer.model.mention import Mention

_CJK = (
    r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
_RUN = re.compile(f"[{_CJK}]+")
_PIECE = re.compile(f"[{_CJK}]+|[^{_CJK}\\s]+")


@dataclass(frozen=True, slots=True)
class SearchHits:
    """What holds all the words: mentions by their titles, quotes and names, articles by their texts."""

    mention_ids: frozenset[str] = frozenset()
    article_ids: frozenset[str] = frozenset()
    words: str = ""


def storable(text: str) -> str:
    """Replace what UTF-8 cannot write (lone surrogates) and NUL, at which FTS5 stops, by U+FFFD."""
    clean = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean.replace("\0", "\ufffd")


def grams(text: str) -> str:
    """Write each run of CJK characters as its overlapping pairs and its last character."""
    return " ".join(run[i : i + 2] for run in _RUN.findall(text) for i in range(len(run)))


def words_of(mention: Mention) -> str:
    """Give the words by which a mention is found: title, quote, names, who says so."""
    names = (party.name for party in mention.parties)
    return storable("\n".join((mention.title, mention.quote, *names, mention.attribution or "")))


def words_of_article(article: Article) -> str:
    """Give the words of an article that are not its text: title, name and publisher."""
    return storable("\n".join((article.title, article.name, article.publisher)))


def match_of(words: str) -> str:
    """Turn what a user typed into an FTS5 query; "" where it holds no word."""
    pieces = [piece for piece in _PIECE.findall(storable(words)) if any(c.isalnum() for c in piece)]
    last = len(pieces) - 1
    return " AND ".join(_term(piece, is_last=at == last) for at, piece in enumerate(pieces))


def _term(piece: str, *, is_last: bool) -> str:
    if not _RUN.fullmatch(piece):
        escaped = piece.replace('"', '""')
        return f'"{escaped}"*' if is_last else f'"{escaped}"'
    if len(piece) == 1:
        return f'grams : "{piece}"*'
    pairs = " ".join(piece[i : i + 2] for i in range(len(piece) - 1))
    return f'grams : "{pairs}"'


def search(connection: sqlite3.Connection, words: str) -> SearchHits:
    """Find what holds all the words, the last one as a prefix; nothing for a query without a word."""
    match = match_of(words)
    if not match:
        return SearchHits(words=words)
    mentions = connection.execute(
        "SELECT mention.id FROM mention_words JOIN mention ON mention.number = mention_words.rowid"
        " WHERE mention_words MATCH ?",
        (match,),
    )
    articles = connection.execute(
        "SELECT article.id FROM article_words JOIN article ON article.number = article_words.rowid"
        " WHERE article_words MATCH ?",
        (match,),
    )
    return SearchHits(frozenset(row[0] for row in mentions), frozenset(row[0] for row in articles), words)


def index_article(connection: sqlite3.Connection, id_: str, *, is_removed: bool = False) -> None:
    """Put a stored article into the text index, or take it out before its row is deleted."""
    _index(connection, "article", "title, text, grams", "id", id_, is_removed)


def index_mentions(connection: sqlite3.Connection, article: str, *, is_removed: bool = False) -> None:
    """Put the stored mentions of an article into the text index, or take them out before they are deleted."""
    _index(connection, "mention", "words, grams", "article", article, is_removed)


def _index(
    connection: sqlite3.Connection, table: str, columns: str, key: str, value: str, is_removed: bool
) -> None:
    into, what = (f"{table}_words, ", "'delete', ") if is_removed else ("", "")
    connection.execute(
        f"INSERT INTO {table}_words ({into}rowid, {columns})"
        f" SELECT {what}number, {columns} FROM {table} WHERE {key} = ?",
        (value,),
    )


def index_problems(connection: sqlite3.Connection) -> list[str]:
    """Say where the text index and the texts differ; needs a writable connection."""
    problems = []
    for table in ("article", "mention"):
        try:
            connection.execute(f"INSERT INTO {table}_words ({table}_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            problems.append(f"The text index of {table}s does not match what is stored ({error}).")
    return problems

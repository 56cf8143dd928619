"""The text index: mentions and articles, found by the terms of a search (see `text.terms`).

FTS5's tokenizer takes a run of Chinese, Japanese or Korean for one word, so such runs are indexed a second
time, as overlapping pairs of characters, in a column of their own; a query for them is a phrase of pairs.
What a user types never reaches FTS5 unquoted.
"""

import sqlite3
from dataclasses import dataclass

from explorer.model.article import Article
from explorer.model.mention import Mention
from explorer.text.terms import Term, grams, terms, tokens


@dataclass(frozen=True, slots=True)
class SearchHits:
    """What holds all the words: mentions by their titles, quotes and names, articles by their texts.

    `refused_ids` are the mentions that hold a word which was excluded; their events are left out.
    """

    mention_ids: frozenset[str] = frozenset()
    article_ids: frozenset[str] = frozenset()
    words: str = ""
    refused_ids: frozenset[str] = frozenset()


def storable(text: str) -> str:
    """Replace what UTF-8 cannot write (lone surrogates) and NUL, at which FTS5 stops, by U+FFFD."""
    clean = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean.replace("\0", "\ufffd")


def words_of(mention: Mention) -> str:
    """Give the words by which a mention is found: title, quote, names, who says so."""
    names = (party.name for party in mention.parties)
    return storable("\n".join((mention.title, mention.quote, *names, mention.attribution or "")))


def words_of_article(article: Article) -> str:
    """Give the words of an article that are not its text: title, name and publisher."""
    return storable("\n".join((article.title, article.name, article.publisher)))


def match_of(term: Term) -> str:
    """Turn a term into an FTS5 query."""
    said = storable(term.words)
    if told := grams(said):
        return _match_of_run(said, told, is_prefix=term.is_prefix)
    escaped = said.replace('"', '""')
    return f'"{escaped}"{"*" if term.is_prefix else ""}'


def _match_of_run(said: str, told: str, *, is_prefix: bool) -> str:
    """Give the query for a phrase with a run of characters: its pairs, and what stands beside it."""
    pairs = told.split()
    last = list(tokens(said))[-1]["run"]
    if last and len(last) > 1:
        return f'grams : "{" ".join(pairs[:-1])}"'  # more of the run may follow in the text
    return f'grams : "{" ".join(pairs)}"{"*" if last or is_prefix else ""}'


def search(connection: sqlite3.Connection, words: str) -> SearchHits:
    """Find what holds all the words, and what holds an excluded one; nothing where there is no word."""
    asked = terms(words)
    wanted = " AND ".join(match_of(term) for term in asked if not term.is_out)
    refused = " OR ".join(match_of(term) for term in asked if term.is_out)
    if not asked:
        return SearchHits(words=words)
    refused_articles = _found(connection, "article", refused) if refused else frozenset()
    return SearchHits(
        _found(connection, "mention", wanted),
        _found(connection, "article", wanted) - refused_articles,
        words,
        _found(connection, "mention", refused) if refused else frozenset(),
    )


def _found(connection: sqlite3.Connection, table: str, match: str) -> frozenset[str]:
    """Give the ids of the mentions or articles that match; of all of them where nothing is asked."""
    if not match:
        return frozenset(row[0] for row in connection.execute(f"SELECT id FROM {table}"))
    rows = connection.execute(
        f"SELECT {table}.id FROM {table}_words JOIN {table} ON {table}.number = {table}_words.rowid"
        f" WHERE {table}_words MATCH ?",
        (match,),
    )
    return frozenset(row[0] for row in rows)


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
